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
 * How a piece of work ended that nobody looked at, and who has to know what of it.
 *
 * @param what the work
 * @param ending its exit code and message
 * @param took how long it ran
 * @param figures how things stood at its end; null where the database did not answer or was never reached
 * @param lateRaised whether people were called at its deadline already
 */
record JobOutcome(
        MonitoredJob what,
        CommandFailure ending,
        Duration took,
        @Nullable RunFigures figures,
        boolean lateRaised) {

    private static final Set<ExitCode> WELL = EnumSet.of(ExitCode.DONE, ExitCode.DONE_WITH_REJECTIONS);
    private static final Set<ExitCode> FAILED = EnumSet.of(ExitCode.RETRYABLE, ExitCode.ATTENTION, ExitCode.INTERNAL);
    private static final Set<ExitCode> NOTHING_RAN =
            EnumSet.of(ExitCode.NOTHING_TO_DO, ExitCode.LEASE_HELD, ExitCode.USAGE);

    /** Whether there is anything to tell: where the lease was another's, the other one tells. */
    boolean hasRun() {
        return !NOTHING_RAN.contains(ending.code());
    }

    /** Pushes the metrics and raises the alerts. */
    void tell(MonitorTargets watchers, @Nullable LocalDate date) {
        watchers.metrics()
                .push(
                        new RunEnd(
                                what.job(),
                                ending.code().code(),
                                watchers.now(),
                                took,
                                what.findLeft(watchers.deadlines(), date).orElse(null),
                                figuresOfThisRun()),
                        isWell());
        list(watchers.alerts().earlyShare(), what.isLate(watchers.deadlines(), date), date)
                .forEach(watchers.alerts()::raise);
    }

    /**
     * Lists what people are called for: that it was held, failed or was suspiciously early, and that it was late.
     *
     * @param earlyShare of the usual time, below which a run is early
     * @param deadlinePassed whether its deadline is the newest that has passed
     */
    List<Alert> list(double earlyShare, boolean deadlinePassed, @Nullable LocalDate date) {
        return Stream.concat(
                        findEvent(earlyShare, date).stream(),
                        deadlinePassed && mayBeLate() ? Stream.of(late(date)) : Stream.empty())
                .toList();
    }

    private boolean isWell() {
        return WELL.contains(ending.code());
    }

    /** A failure may have come before this command had a run, and the newest one be another's. */
    private @Nullable RunFigures figuresOfThisRun() {
        boolean known = isWell() || ending.code() == ExitCode.GATE_HELD;
        return figures == null || known ? figures : new RunFigures(figures.readers(), figures.freeSlots(), null);
    }

    private Optional<Alert> findEvent(double earlyShare, @Nullable LocalDate date) {
        if (ending.code() == ExitCode.GATE_HELD) {
            return Optional.of(alert(AlertEvent.HELD, date, ending.message(), what.look(date)));
        }
        if (FAILED.contains(ending.code())) {
            return Optional.of(alert(AlertEvent.FAILED, date, ending.message(), what.again(date)));
        }
        return findSuspicion(earlyShare).map(words -> alert(AlertEvent.EARLY, date, words, what.look(date)));
    }

    private Optional<String> findSuspicion(double earlyShare) {
        OfRun run = figures == null ? null : figures.run();
        if (run == null || run.took() == null || run.state() != RunState.COMPLETED) {
            return Optional.empty();
        }
        return isWell() && what.isScheduled()
                ? UsualDuration.describeIfEarly(run.took(), run.before(), earlyShare)
                : Optional.empty();
    }

    /** What waits for its input or was stopped is looked for by the check at the deadline, not at each of its retries. */
    private boolean mayBeLate() {
        return !lateRaised && (isWell() || ending.code() == ExitCode.GATE_HELD || FAILED.contains(ending.code()));
    }

    private Alert late(@Nullable LocalDate date) {
        String message =
                isWell() ? "it is done, but only after its deadline" : "it is not done, and its deadline has passed";
        return what.late(date, figures, ending.code().code(), message);
    }

    private Alert alert(AlertEvent event, @Nullable LocalDate date, String message, String next) {
        String words =
                message.isBlank() ? "it ended with exit code " + ending.code().code() : message;
        return Alert.of(event, what.subject(date, figures), ending.code().code(), words, next);
    }
}
