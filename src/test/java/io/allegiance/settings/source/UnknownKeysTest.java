package io.allegiance.settings.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.allegiance.failure.ExitCode;
import io.allegiance.failure.UnknownKeysException;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.settings.ClosureSettings;
import io.allegiance.settings.MachineSettings;
import io.allegiance.settings.nightly.NightlySettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.StandardEnvironment;

class UnknownKeysTest {

    private static final List<Class<?>> SETTINGS =
            List.of(BusinessSettings.class, ClosureSettings.class, MachineSettings.class, NightlySettings.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allegiance.nightly.late-days: 3",
                "allegiance.nightly.lateDays: 3",
                "allegiance.nightly.late_days: 3",
                "Allegiance.Nightly.LATE-DAYS: 3",
                "allegiance: {nightly: {late-days: 3}}",
                "allegiance: {nightly: {segments: my.yaml, reports: out}}",
                "allegiance: {closed: [2024-12-25], further-horizons: [30, 365]}",
                "allegiance: {nightly: {loyalty-weights: {spend_growth: 2, brand: 0}}}",
                "allegiance: {nightly: , lease: }",
                "allegiance:",
                "spring: {datasource: {url: x}}",
                "shop: {horizon: 30}"
            })
    void keysAreKnownInEveryFormThatSpringBootReads(String yaml) {
        assertThatCode(() -> refuse(Map.of(), yaml)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allegiance.nightly.late-day: 3 | allegiance.nightly.late-days",
                "allegiance.nigthly.late-days: 3 | allegiance.nightly.late-days",
                "allegiance.nightly.gate.mean-chrun: 3 | allegiance.nightly.gate.mean-churn",
                "allegiance.mean-churn: 3 | allegiance.nightly.gate.mean-churn",
                "allegiance.nightly.loyalty-weights.brands: 3 | allegiance.nightly.loyalty-weights.brand",
                "allegiance.close: [2024-12-25, 2025-12-25] | allegiance.closed",
                "allegience.zone: UTC | allegiance.zone",
                "nightly.late-days: 3 | allegiance.nightly.late-days",
                "zone: UTC | allegiance.zone"
            })
    void theKeyThatWasMeantIsSaid(String yaml, String meant) {
        assertThatExceptionOfType(UnknownKeysException.class)
                .isThrownBy(() -> refuse(Map.of(), yaml))
                .satisfies(refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.USAGE))
                .withMessageContaining("line 1 (did you mean " + meant + "?)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allegiance.embedded: x",
                "allegiance.nightly: 5",
                "allegiance.nightly.loyalty-weights: 5",
                "allegiance: 5",
                "allegiance.x.y.z: 1"
            })
    void whatNobodyReadsIsRefused(String yaml) {
        assertThatExceptionOfType(UnknownKeysException.class).isThrownBy(() -> refuse(Map.of(), yaml));
    }

    @Test
    void aKeyInTwoFormsIsRefusedWithBothLines() {
        assertThatExceptionOfType(UnknownKeysException.class)
                .isThrownBy(() -> refuse(Map.of(), "allegiance:\n  horizonDays: 3\n  horizon-days: 4\n"))
                .withMessageContainingAll("line 2", "line 3", "remove one of them");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALLEGIANCE_HOME",
                "ALLEGIANCE_JAVA_OPTS",
                "ALLEGIANCE_EVENT",
                "ALLEGIANCE_ZONE",
                "ALLEGIANCE_HORIZON_DAYS",
                "ALLEGIANCE_HORIZONDAYS",
                "ALLEGIANCE_FURTHERHORIZONS_0",
                "ALLEGIANCE_NIGHTLY_LOYALTY_WEIGHTS_SPEND_GROWTH",
                "ALLEGIANCE_NIGHTLY_LOYALTYWEIGHTS_SPENDGROWTH",
                "ALLEGIANCE_LEASE_TIME_TO_LIVE",
                "ALLEGIANCE_TEST_DATABASE_URL",
                "ALLEGIANCE_CUSTOMER_KEY"
            })
    void variablesOfKeysOfTheProgramAndOfFormatsAreKnown(String variable) {
        assertThatCode(() -> refuse(Map.of(variable, "1"), "")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "ALLEGIANCE_NIGHTLY_LATE_DAY, ALLEGIANCE_NIGHTLY_LATE_DAYS",
        "ALLEGIANCE_NIGTHLY_LATE_DAYS, ALLEGIANCE_NIGHTLY_LATE_DAYS",
        "ALLEGIANCE_REPORT_CURRENCY, ALLEGIANCE_REPORTING_CURRENCY"
    })
    void anUnknownVariableIsRefused(String variable, String meant) {
        assertThatExceptionOfType(UnknownKeysException.class)
                .isThrownBy(() -> refuse(Map.of(variable, "1"), ""))
                .withMessageContaining("the environment variable " + variable + " (did you mean " + meant + "?)");
    }

    @Test
    void whatKubernetesTellsOfAServiceIsNoKey() {
        Map<String, String> service = Map.of(
                "KUBERNETES_SERVICE_HOST", "10.0.0.1",
                "ALLEGIANCE_DB_SERVICE_HOST", "10.0.0.2",
                "ALLEGIANCE_PORT_3306_TCP_ADDR", "10.0.0.2");
        assertThatCode(() -> refuse(service, "")).doesNotThrowAnyException();
        assertThatExceptionOfType(UnknownKeysException.class)
                .isThrownBy(() -> refuse(Map.of("ALLEGIANCE_DB_SERVICE_HOST", "10.0.0.2"), ""));
    }

    @Test
    void systemPropertiesAreTheProgramsInItsOwnProcess() {
        StandardEnvironment environment = SourceTexts.of(Map.of(), "");
        environment.getSystemProperties().put("allegiance.unheard-of", "1");
        try {
            assertThatCode(() -> unknownKeys(false).refuse(environment)).doesNotThrowAnyException();
            assertThatExceptionOfType(UnknownKeysException.class)
                    .isThrownBy(() -> unknownKeys(true).refuse(environment))
                    .withMessageContaining("allegiance.unheard-of");
        } finally {
            environment.getSystemProperties().remove("allegiance.unheard-of");
        }
    }

    private static void refuse(Map<String, String> variables, String yaml) {
        unknownKeys(false).refuse(SourceTexts.of(variables, yaml));
    }

    private static UnknownKeys unknownKeys(boolean inOwnProcess) {
        return new UnknownKeys(
                () -> KnownKeys.of(SETTINGS), environment -> Set.of("ALLEGIANCE_CUSTOMER_KEY"), inOwnProcess);
    }
}
