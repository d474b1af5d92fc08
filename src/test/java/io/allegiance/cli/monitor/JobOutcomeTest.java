package io.allegiance.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.cli.option.DateOption;
import io.allegiance.failure.ExitCode;
import io.allegiance.run.RunState;
import io.allegiance.watch.RunFigures;
import io.allegiance.watch.alert.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which end raises which alerts. */
class JobOutcomeTest {

    private static final LocalDate DATE = LocalDate.of(2025, 10, 1);
    private static final MonitoredJob NIGHT = MonitoredJob.nightly(new DateOption("yesterday"));

    @ParameterizedTest
    @CsvSource({
        "0, '', late",
        "3, '', late",
        "4, '', ''",
        "10, '', ''",
        "11, held, 'held late'",
        "12, '', ''",
        "20, failed, 'failed late'",
        "21, failed, 'failed late'",
        "30, '', ''",
        "64, '', ''",
        "70, failed, 'failed late'"
    })
    void exitCodeAndDeadlineDecideAlerts(int code, String inTime, String afterTheDeadline) {
        assertThat(events(ended(NIGHT, code, 600, false), false)).isEqualTo(inTime);
        assertThat(events(ended(NIGHT, code, 600, false), true)).isEqualTo(afterTheDeadline);
        assertThat(events(ended(NIGHT, code, 600, true), true))
                .as("alert raised at the deadline")
                .isEqualTo(inTime);
    }

    @Test
    void alertNamesReadersAndNextCommand() {
        Alert failed = ended(NIGHT, 20, 600, false).listAlerts(0.2, false, DATE).get(0);
        assertThat(failed.message()).isEqualTo("what happened");
        assertThat(failed.next()).isEqualTo("allegiance nightly --date 2025-10-01");
        assertThat(failed.readers().publication()).isEqualTo(7);
        assertThat(ended(NIGHT, 11, 600, false)
                        .listAlerts(0.2, false, DATE)
                        .get(0)
                        .next())
                .isEqualTo("allegiance status --date 2025-10-01");
        assertThat(ended(MonitoredJob.train(null), 21, 600, false)
                        .listAlerts(0.2, false, null)
                        .get(0)
                        .next())
                .isEqualTo("allegiance train");
        assertThat(ended(MonitoredJob.command("maintain"), 20, 600, false)
                        .listAlerts(0.2, false, null)
                        .get(0)
                        .next())
                .isEqualTo("allegiance maintain");
    }

    @Test
    void fastNightRaisesEarlyAlert() {
        assertThat(events(ended(NIGHT, 0, 119, false), false)).isEqualTo("early");
        assertThat(events(ended(NIGHT, 0, 120, false), false)).isEmpty();
        assertThat(events(ended(NIGHT, 20, 1, false), false)).isEqualTo("failed");
        assertThat(events(ended(MonitoredJob.backfill(DATE), 0, 1, false), false))
                .isEmpty();
        assertThat(ended(NIGHT, 0, 1, false).listAlerts(0, false, DATE)).isEmpty();
    }

    @Test
    void miscalibrationRaisesAlertWhereTrainingSucceeded() {
        MonitoredJob train = MonitoredJob.train(null);
        Alert alert = ended(train, 0, 600, false, "twice running")
                .listAlerts(0.2, false, DATE)
                .get(0);
        assertThat(alert.event()).isEqualTo("miscalibrated");
        assertThat(alert.message()).isEqualTo("twice running");
        assertThat(alert.next()).isEqualTo("allegiance models");
        assertThat(events(ended(train, 0, 600, false, null), false)).isEmpty();
        assertThat(events(ended(train, 20, 600, false, "twice running"), false)).isEqualTo("failed");
    }

    @Test
    void refusedStartHasNotRun() {
        assertThat(ended(NIGHT, 12, 1, false).hasRun()).isFalse();
        assertThat(ended(NIGHT, 64, 1, false).hasRun()).isFalse();
        assertThat(ended(NIGHT, 10, 1, false).hasRun()).isTrue();
        assertThat(ended(NIGHT, 30, 1, false).hasRun()).isTrue();
    }

    @Test
    void aRefusedConfigurationHasFailedThoughItIsUsage() {
        JobOutcome refused = new JobOutcome(
                NIGHT, ExitCode.USAGE, "a key that is not known", Duration.ofSeconds(1), null, false, true);
        assertThat(refused.hasRun()).isTrue();
        assertThat(events(refused, false)).isEqualTo("failed");
    }

    private static String events(JobOutcome ended, boolean deadlinePassed) {
        return String.join(
                " ",
                ended.listAlerts(0.2, deadlinePassed, DATE).stream()
                        .map(Alert::event)
                        .toList());
    }

    private static JobOutcome ended(MonitoredJob job, int code, long seconds, boolean lateRaised) {
        return ended(job, code, seconds, lateRaised, null);
    }

    private static JobOutcome ended(
            MonitoredJob job, int code, long seconds, boolean lateRaised, String miscalibration) {
        RunFigures.OfRun run = new RunFigures.OfRun(
                RunState.COMPLETED,
                Duration.ofSeconds(seconds),
                Collections.nCopies(5, Duration.ofSeconds(600)),
                Map.of(),
                new RunFigures.Lines(1, 0, 0),
                1L,
                Map.of(),
                miscalibration);
        RunFigures.Readers readers =
                new RunFigures.Readers(7, DATE.minusDays(1), Instant.parse("2025-10-02T06:00:00Z"));
        return new JobOutcome(
                job,
                ExitCode.of(code),
                "what happened",
                Duration.ofSeconds(1),
                new RunFigures(readers, 60, run),
                lateRaised,
                false);
    }
}
