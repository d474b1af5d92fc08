package io.allegiance.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSpanTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT1M59S, 119 s",
        "PT2M, 2 min",
        "PT59M59S, 59 min",
        "PT1H, 1 h",
        "PT3H20M, 3 h 20 min",
        "PT47H59M, 47 h 59 min",
        "PT48H, 2 days",
        "PT51H5M, 2 days 3 h",
        "PT7959H, 331 days",
        "-PT7959H, 331 days"
    })
    void spanIsWrittenInTheUnitThatPeopleCountIn(Duration span, String words) {
        assertThat(TimeSpan.describe(span)).isEqualTo(words);
    }
}
