package io.allegiance.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonedMomentTest {

    @ParameterizedTest
    @CsvSource({
        "2025-12-02T01:10:59.5, Europe/Berlin, 2025-12-02 02:10 Europe/Berlin (01:10 UTC)",
        "2025-12-01T23:10, Europe/Berlin, 2025-12-02 00:10 Europe/Berlin (2025-12-01 23:10 UTC)",
        "2025-12-02T01:10, America/New_York, 2025-12-01 20:10 America/New_York (2025-12-02 01:10 UTC)",
        "2025-12-02T01:10, UTC, 2025-12-02 01:10 UTC",
        "2025-12-02T01:10, Z, 2025-12-02 01:10 UTC"
    })
    void momentIsInTheZoneWithUtcBeside(LocalDateTime utc, String zone, String words) {
        assertThat(ZonedMoment.describe(utc, ZoneId.of(zone))).isEqualTo(words);
    }

    /** The clocks go back at 01:00 UTC: UTC tells the two hours apart. */
    @ParameterizedTest
    @CsvSource({
        "2025-10-26T00:30, 2025-10-26 02:30 Europe/Berlin (00:30 UTC)",
        "2025-10-26T01:30, 2025-10-26 02:30 Europe/Berlin (01:30 UTC)"
    })
    void hourThatComesTwiceIsToldApart(LocalDateTime utc, String words) {
        assertThat(ZonedMoment.describe(utc, ZoneId.of("Europe/Berlin"))).isEqualTo(words);
    }
}
