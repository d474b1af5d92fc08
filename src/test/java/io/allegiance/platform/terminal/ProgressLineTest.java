package io.allegiance.platform.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2025-12-02T02:10:00+01:00[Europe/Berlin]");

    @Test
    void restTakesAsLongAsThePaceSoFarSays() {
        assertThat(ProgressLine.describe(0.25, Duration.ofMinutes(2), NOW))
                .isEqualTo("25 %, 6 min left, done about 02:16");
    }

    @Test
    void beginningAndEndHaveNoPace() {
        assertThat(ProgressLine.describe(0, Duration.ofMinutes(2), NOW)).isEqualTo("0 %");
        assertThat(ProgressLine.describe(1, Duration.ofMinutes(2), NOW)).isEqualTo("100 %");
    }

    @Test
    void lineThatIsTooLongForTheTerminalIsCut() {
        assertThat(TerminalAppender.shorten("scoreCustomers", 9)).isEqualTo("scoreCus~");
        assertThat(TerminalAppender.shorten("score", 9)).isEqualTo("score");
    }
}
