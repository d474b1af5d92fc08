package io.allegiance.status;

import io.allegiance.history.DayLineCount;
import io.allegiance.history.store.Histories;
import io.allegiance.intake.line.DayTotals;
import io.allegiance.job.lease.Lease;
import io.allegiance.job.lease.LeaseHolder;
import io.allegiance.run.RunDays;
import io.allegiance.run.RunPartitions;
import io.allegiance.run.RunState;
import io.allegiance.run.RunSteps;
import io.allegiance.run.Runs;
import io.allegiance.run.Runs.RunLine;
import io.allegiance.run.StepState;
import io.allegiance.watch.Deadlines;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Returns whether a run is alive, how far its step is, and when it should be done. */
@Component
final class RunProgress {

    private static final double MILLIS = 1_000;
    private static final Duration ROUNDING = Duration.ofSeconds(1);

    private final Lease lease;
    private final Runs runs;
    private final RunSteps steps;
    private final RunDays days;
    private final RunPartitions partitions;
    private final Histories histories;
    private final Deadlines deadlines;
    private final Duration timeToLive;

    RunProgress(
            Lease lease,
            Runs runs,
            RunSteps steps,
            RunDays days,
            RunPartitions partitions,
            Histories histories,
            Deadlines deadlines,
            @Value("${allegiance.lease.time-to-live}") Duration timeToLive) {
        this.lease = lease;
        this.runs = runs;
        this.steps = steps;
        this.days = days;
        this.partitions = partitions;
        this.histories = histories;
        this.deadlines = deadlines;
        this.timeToLive = timeToLive;
    }

    /** The completed part of a step, in the items that the step counts. */
    private record Share(@Nullable Long done, @Nullable Long of) {

        static final Share UNKNOWN = new Share(null, null);
    }

    Status.Progress read(RunLine run, List<StepState> states, LocalDateTime now) {
        LeaseHolder holder = lease.findHolder().orElse(null);
        boolean alive = run.state() == RunState.RUNNING && holder != null && isAlive(holder);
        StepState open = states.stream()
                .filter(step -> !step.isComplete())
                .reduce((first, second) -> second)
                .orElse(null);
        List<DayLineCount> counts = days.listCounts(run.runId());
        long atImport = days.countRefusedAtImport(run.runId());
        Share share = open == null ? Share.UNKNOWN : readShare(run, open, counts);
        return new Status.Progress(
                alive,
                holder == null ? null : holder.owner(),
                holder == null ? null : lastHeartbeat(holder, now),
                partitions.findLastProgress(run.runId()).orElse(null),
                open == null ? null : open.name(),
                share.done(),
                share.of(),
                counts.stream().mapToLong(DayLineCount::rejected).sum() + atImport,
                countLines(counts) + atImport,
                alive ? estimateFinish(run, states, now) : null,
                deadlines
                        .find(run.job(), run.businessDate())
                        .map(deadline -> LocalDateTime.ofInstant(deadline, ZoneOffset.UTC))
                        .orElse(null));
    }

    /**
     * More than the time to live is left of none but those that gave no sign since the database's clock was set back.
     */
    private boolean isAlive(LeaseHolder holder) {
        long left = holder.microsecondsLeft();
        return !holder.isGone()
                && left > 0
                && Duration.of(left, ChronoUnit.MICROS).compareTo(timeToLive.plus(ROUNDING)) <= 0;
    }

    private LocalDateTime lastHeartbeat(LeaseHolder holder, LocalDateTime now) {
        return now.plusNanos(holder.microsecondsLeft() * 1_000).minus(timeToLive);
    }

    private Share readShare(RunLine run, StepState step, List<DayLineCount> counts) {
        return switch (step.name()) {
            case "takeInTransactions" ->
                new Share(
                        countLines(counts),
                        days.list(run.runId()).stream()
                                .mapToLong(DayTotals::lineCount)
                                .sum());
            case "updateHistories" -> new Share(step.written(), step.written() + histories.countDue());
            case "scoreCustomers" -> new Share(step.written(), histories.count());
            default -> Share.UNKNOWN;
        };
    }

    private static long countLines(List<DayLineCount> counts) {
        return counts.stream().mapToLong(DayLineCount::lines).sum();
    }

    /** Estimates the end from the step times of the last completed run; null without one. */
    private @Nullable LocalDateTime estimateFinish(RunLine run, List<StepState> states, LocalDateTime now) {
        OptionalLong last = runs.findNewestCompleted(run.job());
        if (last.isEmpty()) {
            return null;
        }
        Map<String, Double> spent = states.stream()
                .collect(Collectors.toMap(
                        StepState::name, step -> step.isComplete() ? Double.MAX_VALUE : step.seconds()));
        double left = StepState.of(steps.list(last.getAsLong())).stream()
                .mapToDouble(usual -> Math.max(0, usual.seconds() - spent.getOrDefault(usual.name(), 0.0)))
                .sum();
        return now.plus(Duration.ofMillis(Math.round(left * MILLIS)));
    }
}
