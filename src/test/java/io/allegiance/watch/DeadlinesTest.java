package io.allegiance.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.allegiance.crossselling.ProposalMethod;
import io.allegiance.run.JobName;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.watch.DeadlineSettings.JobDeadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlinesTest {

    private static final LocalDate DATE = LocalDate.of(2025, 7, 1);

    @Test
    void aDeadlineIsATimeOfTheDayAfterInTheConfiguredZone() {
        Deadlines deadlines = deadlines("07:00", "", "2025-07-02T04:00:00Z");
        assertThat(deadlines.find(JobName.NIGHTLY, DATE)).contains(Instant.parse("2025-07-02T05:00:00Z"));
        assertThat(deadlines.find(JobName.NIGHTLY, LocalDate.of(2025, 12, 1)))
                .contains(Instant.parse("2025-12-02T06:00:00Z"));
        assertThat(deadlines.findLeft(JobName.NIGHTLY, DATE)).contains(Duration.ofHours(1));
    }

    @Test
    void aTimeThatTheClocksSkipIsTakenLater() {
        assertThat(deadlines("02:30", "", "2025-01-01T00:00:00Z").find(JobName.NIGHTLY, LocalDate.of(2025, 3, 29)))
                .contains(Instant.parse("2025-03-30T01:30:00Z"));
    }

    @Test
    void jobsHaveDeadlinesOfTheirOwnOrNone() {
        Deadlines deadlines = deadlines("", "12:15", "2025-07-03T00:00:00Z");
        assertThat(deadlines.find(JobName.NIGHTLY, DATE)).isEmpty();
        assertThat(deadlines.hasPassed(JobName.NIGHTLY, DATE)).isFalse();
        assertThat(deadlines.find(JobName.TRAIN, DATE)).contains(Instant.parse("2025-07-02T10:15:00Z"));
    }

    @Test
    void nobodyWaitsForTheDateBeforeLast() {
        Deadlines atDeadline = deadlines("07:00", "", "2025-07-02T05:00:00Z");
        assertThat(atDeadline.hasPassed(JobName.NIGHTLY, DATE)).isTrue();
        assertThat(atDeadline.isNewestPassed(JobName.NIGHTLY, DATE)).isTrue();
        assertThat(atDeadline.hasPassed(JobName.NIGHTLY, DATE.minusDays(1))).isTrue();
        assertThat(atDeadline.isNewestPassed(JobName.NIGHTLY, DATE.minusDays(1)))
                .isFalse();
        assertThat(deadlines("07:00", "", "2025-07-02T04:59:59Z").hasPassed(JobName.NIGHTLY, DATE))
                .isFalse();
    }

    /** 630 is what YAML makes of an unquoted 10:30. */
    @ParameterizedTest
    @ValueSource(strings = {"630", "7", "25:00", "07:60", "seven"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JobDeadline(text))
                .withMessageContaining("\"07:00\"")
                .withMessageEndingWith("was " + text);
    }

    private static Deadlines deadlines(String nightly, String train, String now) {
        return new Deadlines(
                new DeadlineSettings(new JobDeadline(nightly), new JobDeadline(train)),
                new BusinessSettings(ZoneId.of("Europe/Berlin"), "EUR", 90, List.of(), ProposalMethod.AUTO),
                Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }
}
