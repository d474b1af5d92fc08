package io.allegiance.settings.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.allegiance.loyalty.Dimensions;
import io.allegiance.loyalty.LoyaltyWeights;
import io.allegiance.testing.NinthDimension;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;

class LoyaltyWeightSettingsTest {

    private static final String PREFIX = "allegiance.nightly.loyalty-weights.";

    @Test
    void eachDimensionCountsOneUnlessSet() {
        assertThat(bind(Map.of(), Map.of()))
                .containsExactlyEntriesOf(WeightsByName.complete(Map.of(), Dimensions.ALL))
                .hasSize(8);
        assertThat(bind(Map.of(), Map.of()).values()).containsOnly(1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spend-growth", "spendGrowth", "spend_growth", "SPEND-GROWTH"})
    void aNameIsReadInTheFormsOfSpringBoot(String name) {
        assertThat(bind(Map.of(), Map.of(PREFIX + name, "2")))
                .containsEntry("spendGrowth", 2.0)
                .hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALLEGIANCE_NIGHTLY_LOYALTY_WEIGHTS_SPEND_GROWTH",
                "ALLEGIANCE_NIGHTLY_LOYALTYWEIGHTS_SPENDGROWTH"
            })
    void theEnvironmentOverridesTheFile(String variable) {
        assertThat(bind(Map.of(variable, "3"), Map.of(PREFIX + "spendGrowth", "2")))
                .containsEntry("spendGrowth", 3.0)
                .containsEntry("repeat", 1.0)
                .hasSize(8);
    }

    @Test
    void aNameOfNoDimensionIsIgnored() {
        assertThat(bind(Map.of(), Map.of(PREFIX + "patience", "2")))
                .isEqualTo(WeightsByName.complete(Map.of(), Dimensions.ALL));
    }

    @Test
    void aWeightBelowZeroIsRefused() {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bind(Map.of(), Map.of(PREFIX + "repeat", "-1")))
                .havingRootCause()
                .withMessage("the loyalty weight of repeat must be a number of 0 or more; was -1.0");
    }

    @Test
    void aNinthDimensionIsWeighedByItsName() {
        Map<String, Double> weights = WeightsByName.complete(Map.of("long-tenure", 5.0), NinthDimension.NINE);
        assertThat(weights).hasSize(9).containsEntry("longTenure", 5.0).containsEntry("brand", 1.0);
        LoyaltyWeights read = WeightsByName.toWeights(weights, NinthDimension.NINE);
        assertThat(read.mean(new double[] {40, 40, 40, 40, 40, 40, 40, 40, 105}))
                .isEqualTo(65);
    }

    @Test
    void aRunThatFrozeEightWeightsEndsWithoutTheNinth() {
        LoyaltyWeights frozen =
                WeightsByName.toWeights(WeightsByName.complete(Map.of(), Dimensions.ALL), NinthDimension.NINE);
        assertThat(frozen.mean(new double[] {40, 40, 40, 40, 40, 40, 40, 40, 100}))
                .isEqualTo(40);
    }

    /** The settings behind the job file of the operator and the environment, in the order in which the program asks. */
    private static Map<String, Double> bind(Map<String, Object> environment, Map<String, Object> ownFile) {
        YamlPropertiesFactoryBean shipped = new YamlPropertiesFactoryBean();
        shipped.setResources(new FileSystemResource("jobs/nightly.yaml"));
        StandardEnvironment sources = new StandardEnvironment();
        sources.getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                new HashMap<>(environment)));
        sources.getPropertySources().addLast(new MapPropertySource("own", ownFile));
        sources.getPropertySources().addLast(new PropertiesPropertySource("shipped", shipped.getObject()));
        return Binder.get(sources)
                .bindOrCreate("allegiance.nightly", NightlySettings.class)
                .loyaltyWeights();
    }
}
