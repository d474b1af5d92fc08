package io.allegiance.cli.monitor;

import io.allegiance.failure.ExitCode;
import io.allegiance.run.RunState;
import io.allegiance.watch.RunFigures;
import io.allegiance.watch.RunFigures.OfRun;
import io.allegiance.watch.alert.Alert;
import io.allegiance.watch.alert.AlertEvent;
import io.allegiance.watch.alert.UsualDuration;
import io.allegiance.watch.metrics.RunEnd;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of an unattended job, and the alerts that it raises.
 *
 * @param job the job
 * @param code its exit code
 * @param message why it ended so; empty where it printed its own result
 * @param took how long it ran
 * @param figures the figures at its end; null where the database did not answer or was never reached
 * @param lateRaised whether its deadline raised an alert while it ran
 * @param configurationRefused whether keys of the configuration were refused: a person must look, though the code is that of usage
 */
record JobOutcome(
        MonitoredJob job,
        ExitCode code,
        String message,
        Duration took,
        @Nullable RunFigures figures,
        boolean lateRaised,
        boolean configurationRefused) {

    private static final Set<ExitCode> SUCCEEDED = EnumSet.of(ExitCode.DONE, ExitCode.DONE_WITH_REJECTIONS);
    private static final Set<ExitCode> FAILED = EnumSet.of(ExitCode.RETRYABLE, ExitCode.ATTENTION, ExitCode.INTERNAL);
    private static final Set<ExitCode> NOT_RUN =
            EnumSet.of(ExitCode.NOTHING_TO_DO, ExitCode.LEASE_HELD, ExitCode.USAGE);

    /** Returns whether the job ran: where another process holds the lease, that process reports. */
    boolean hasRun() {
        return !NOT_RUN.contains(code) || configurationRefused;
    }

    /** Pushes the metrics and raises the alerts. */
    void send(MonitorTargets targets, @Nullable LocalDate date) {
        RunEnd end = new RunEnd(
                job.name(),
                code.code(),
                targets.now(),
                took,
                job.findTimeLeft(targets.deadlines(), date).orElse(null),
                figuresOfThisRun());
        targets.metrics().push(end, hasSucceeded());
        listAlerts(targets.alerts().earlyShare(), job.isLate(targets.deadlines(), date), date)
                .forEach(targets.alerts()::raise);
    }

    /**
     * Lists the alerts: that the job was held, failed or ended suspiciously early, that it found past publications miscalibrated,
     * and that it was late.
     *
     * @param earlyShare of the usual duration, below which a run is early
     * @param deadlinePassed whether its deadline is the newest that has passed
     */
    List<Alert> listAlerts(double earlyShare, boolean deadlinePassed, @Nullable LocalDate date) {
        return Stream.of(
                        findEndAlert(earlyShare, date).stream(),
                        findMiscalibration(date).stream(),
                        deadlinePassed && mayBeLate() ? Stream.of(lateAlert(date)) : Stream.<Alert>empty())
                .flatMap(alerts -> alerts)
                .toList();
    }

    private boolean hasFailed() {
        return FAILED.contains(code) || configurationRefused;
    }

    private boolean hasSucceeded() {
        return SUCCEEDED.contains(code);
    }

    /** A command may fail before it has a run; then the newest run is another one's. */
    private @Nullable RunFigures figuresOfThisRun() {
        boolean known = hasSucceeded() || code == ExitCode.GATE_HELD;
        return figures == null || known ? figures : new RunFigures(figures.readers(), figures.freeSlots(), null);
    }

    private Optional<Alert> findEndAlert(double earlyShare, @Nullable LocalDate date) {
        if (code == ExitCode.GATE_HELD) {
            return Optional.of(alert(AlertEvent.HELD, date, message, job.inspectCommand(date)));
        }
        if (hasFailed()) {
            return Optional.of(alert(AlertEvent.FAILED, date, message, job.repeatCommand(date)));
        }
        return describeIfEarly(earlyShare).map(words -> alert(AlertEvent.EARLY, date, words, job.inspectCommand(date)));
    }

    private Optional<String> describeIfEarly(double earlyShare) {
        OfRun run = figures == null ? null : figures.run();
        if (run == null || run.took() == null || run.state() != RunState.COMPLETED) {
            return Optional.empty();
        }
        return hasSucceeded() && job.isScheduled()
                ? UsualDuration.describeIfEarly(run.took(), run.before(), earlyShare)
                : Optional.empty();
    }

    private Optional<Alert> findMiscalibration(@Nullable LocalDate date) {
        OfRun run = figures == null ? null : figures.run();
        return run == null || run.miscalibration() == null || !hasSucceeded()
                ? Optional.empty()
                : Optional.of(alert(AlertEvent.MISCALIBRATED, date, run.miscalibration(), "allegiance models"));
    }

    /** The check at the deadline finds jobs that wait for input or were stopped; their retries raise no alert. */
    private boolean mayBeLate() {
        return !lateRaised && (hasSucceeded() || code == ExitCode.GATE_HELD || hasFailed());
    }

    private Alert lateAlert(@Nullable LocalDate date) {
        String words = hasSucceeded()
                ? "it is done, but only after its deadline"
                : "it is not done, and its deadline has passed";
        return job.lateAlert(date, figures, code.code(), words);
    }

    private Alert alert(AlertEvent event, @Nullable LocalDate date, String words, String next) {
        String known = words.isBlank() ? "it ended with exit code " + code.code() : words;
        return Alert.of(event, job.toSubject(date, figures), code.code(), known, next);
    }
}
