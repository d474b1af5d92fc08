package io.allegiance.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.btyd.PurchaseSummary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FeatureCatalogueTest {

    @Test
    void aRegularCustomerWorkedOutByHand() {
        Map<String, Double> values = values(Customers.bought(400, 100, 90, 80, 30));
        assertThat(values)
                .containsEntry("purchase_days_90", 2.0)
                .containsEntry("purchase_days_365", 4.0)
                .containsEntry("days_since_last_purchase", 30.0)
                .containsEntry("repeat_purchases", 4.0)
                .containsEntry("mean_gap", 370 / 4.0)
                .containsEntry("overdue", 30 / (370 / 4.0))
                .containsEntry("mean_spend", 10.0)
                .containsEntry("mean_quantity", 2.0);
        double mean = 92.5;
        double variance = (sq(300 - mean) + sq(10 - mean) + sq(10 - mean) + sq(50 - mean)) / 4;
        assertThat(values.get("gap_variation")).isCloseTo(Math.sqrt(variance) / mean, within(1e-12));
    }

    @Test
    void thePurchaseModelsWordIsTakenFromIt() {
        CustomerAsOf customer = Customers.bought(400, 100, 90, 80, 30);
        PurchaseSummary summary = new PurchaseSummary(4, 370, 400);
        assertThat(customer.summary()).isEqualTo(summary);
        assertThat(values(customer))
                .containsEntry("model_logit", Customers.MODEL.churnLogit(summary, Customers.HORIZON))
                .containsEntry("probability_alive", Customers.MODEL.probabilityAlive(summary));
        assertThat(customer.modelChurn()).isEqualTo(Customers.MODEL.churnProbability(summary, Customers.HORIZON));
    }

    @Test
    void aOneTimeBuyersFirstGapHasLastedSinceThen() {
        Map<String, Double> values = values(Customers.bought(50));
        assertThat(values)
                .containsEntry("mean_gap", 50.0)
                .containsEntry("overdue", 1.0)
                .containsEntry("repeat_purchases", 0.0);
        assertThat(values.get("gap_variation")).isNaN();
        assertThat(values(Customers.bought(0))).containsEntry("mean_gap", 1.0).containsEntry("overdue", 0.0);
    }

    @Test
    void oneGapHasNoVariationAndEqualGapsHaveNone() {
        assertThat(values(Customers.bought(50, 20)).get("gap_variation")).isNaN();
        assertThat(values(Customers.bought(90, 60, 30))).containsEntry("gap_variation", 0.0);
    }

    @Test
    void whatIsUnknownIsMissing() {
        Map<String, Double> values = values(Customers.boughtForUnknown(50, 20));
        assertThat(values.get("mean_spend")).isNaN();
        assertThat(values.get("mean_quantity")).isNaN();
    }

    @Test
    void everyFeatureIsNamedOnceAndExplained() {
        assertThat(FeatureCatalogue.ALL).extracting(Feature::name).doesNotHaveDuplicates();
        assertThat(FeatureCatalogue.ALL).allSatisfy(feature -> {
            assertThat(feature.name()).matches("[a-z_0-9]{1,31}");
            assertThat(feature.unit()).isNotBlank();
            assertThat(feature.formula()).isNotBlank();
            assertThat(feature.missing()).isNotBlank();
        });
    }

    @Test
    void featuresAreFiniteAndMissingOnlyWhereDeclared() {
        SplittableRandom random = new SplittableRandom(17);
        for (int i = 0; i < 500; i++) {
            CustomerAsOf customer = Customers.random(random);
            for (Feature feature : FeatureCatalogue.ALL) {
                double scaled = feature.scaled(customer);
                assertThat(Double.isNaN(scaled) && feature.missing().equals("never missing"))
                        .as("%s of %s", feature.name(), customer)
                        .isFalse();
                assertThat(Double.isInfinite(scaled)).isFalse();
            }
        }
    }

    private static Map<String, Double> values(CustomerAsOf customer) {
        Map<String, Double> values = new LinkedHashMap<>();
        FeatureCatalogue.ALL.forEach(
                feature -> values.put(feature.name(), feature.value().applyAsDouble(customer)));
        return values;
    }

    private static double sq(double value) {
        return value * value;
    }
}
