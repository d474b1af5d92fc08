package io.allegiance.settings.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.allegiance.settings.BusinessSettings;
import io.allegiance.settings.nightly.NightlySettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;

class RefusedValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "late-days: soon | allegiance.nightly.late-days must be a whole number; was soon",
                "require-manifest: often | allegiance.nightly.require-manifest must be true or false; was often",
                "good-for: a while | allegiance.nightly.good-for must be a duration such as 30s, 30h or 35d; was a while",
                "stale: drop | allegiance.nightly.stale must be one of hold, publish; was drop",
                "gate: {mean-churn: much} | allegiance.nightly.gate.mean-churn must be a number; was much",
                "late-days: -1 | allegiance.nightly.late-days must be 0 or more; was -1",
                "churn-bands: {medium: 0.9} | churn band edges must be in 0 < medium < high < 1; were 0.900000 and 0.700000",
                "loyalty-weights: {brand: -1} | the loyalty weight of brand must be a number of 0 or more; was -1.0"
            })
    void whatIsWrongIsSaidAndWhereItIs(String yaml, String why) {
        StandardEnvironment environment =
                SourceTexts.of(Map.of(), "allegiance: {nightly: {segment-hold-days: 9,\n" + yaml + "}}");
        assertThat(refuse(environment, "allegiance.nightly", NightlySettings.class))
                .isEqualTo(why + "; correct Byte array resource [own.yaml], line 2");
    }

    @Test
    void theVariableIsNamedThatWinsAgainstTheFile() {
        StandardEnvironment environment =
                SourceTexts.of(Map.of("ALLEGIANCE_HORIZON_DAYS", "0"), "allegiance: {horizon-days: 60}");
        assertThat(refuse(environment, "allegiance", BusinessSettings.class))
                .isEqualTo("allegiance.horizon-days must be in 1 to 730; was 0;"
                        + " correct the environment variable ALLEGIANCE_HORIZON_DAYS");
    }

    private static String refuse(StandardEnvironment environment, String prefix, Class<?> settings) {
        BindException refusal = catchThrowableOfType(
                BindException.class, () -> Binder.get(environment).bindOrCreate(prefix, settings));
        return RefusedValue.describe(refusal, environment);
    }
}
