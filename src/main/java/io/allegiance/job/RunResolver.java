package io.allegiance.job;

import io.allegiance.failure.NothingToDoException;
import io.allegiance.failure.UsageException;
import io.allegiance.job.nightly.OpenDay;
import io.allegiance.job.step.SingleSteps;
import io.allegiance.publish.Publications;
import io.allegiance.run.Decision;
import io.allegiance.run.JobName;
import io.allegiance.run.Run;
import io.allegiance.run.RunPartitions;
import io.allegiance.run.RunState;
import io.allegiance.run.Runs;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Component;

/**
 * Which run the night of a date is: a new one, or the one that failed, carried on. A date whose run was rolled back, or
 * given up, is started from the beginning; so is a held run once the reason of the hold has changed, and a run that
 * another run followed.
 */
@Component
final class RunResolver {

    private static final Logger LOG = LoggerFactory.getLogger(RunResolver.class);

    private final RunLauncher launcher;
    private final Runs runs;
    private final RunPartitions partitions;
    private final Publications publications;
    private final OpenDay openDay;
    private final LateLines lateLines;
    private final Job job;

    RunResolver(
            RunLauncher launcher,
            Runs runs,
            RunPartitions partitions,
            Publications publications,
            OpenDay openDay,
            LateLines lateLines,
            Job nightly) {
        this.launcher = launcher;
        this.runs = runs;
        this.partitions = partitions;
        this.publications = publications;
        this.openDay = openDay;
        this.lateLines = lateLines;
        this.job = nightly;
    }

    /**
     * Chooses the run that the same command starts or carries on.
     *
     * @throws NothingToDoException when the date is published and every step of it complete; the message names late lines that
     *     wait
     */
    Run openOrContinue(LocalDate date, @Nullable Decision confirmation) {
        return openOrContinue(date, confirmation, lateLines::describe);
    }

    private Run openOrContinue(LocalDate date, @Nullable Decision confirmation, Function<Run, String> whatWaits) {
        Run run = runs.findNewest(JobName.NIGHTLY, date).orElse(null);
        if (run == null || isOver(run)) {
            return runs.create(JobName.NIGHTLY, date, confirmation);
        }
        Optional<String> overtaken = findSupersedingRun(run);
        if (overtaken.isPresent()) {
            LOG.warn("the night of {} starts from the beginning, because {}", date, overtaken.get());
            runs.setState(run.runId(), RunState.ABANDONED, run.message());
            return runs.create(JobName.NIGHTLY, date, confirmation);
        }
        if (launcher.isComplete(run, job)) {
            runs.setState(run.runId(), RunState.COMPLETED, null);
            throw new NothingToDoException(
                    "the night of " + date + " is published and complete; nothing was done" + whatWaits.apply(run));
        }
        if (confirmation != null) {
            runs.confirm(run, confirmation);
        }
        openDay.describeEditsSince(run).ifPresent(LOG::warn);
        return run;
    }

    /**
     * Chooses a run of a backfill: with {@code anew} a date that is published and complete is run and published again.
     */
    Run openOrContinueIn(long backfillId, LocalDate date, boolean anew) {
        Run complete = runs.findNewest(JobName.NIGHTLY, date)
                .filter(run -> anew && !isOver(run) && launcher.isComplete(run, job))
                .orElse(null);
        Run run = complete != null ? runs.create(JobName.NIGHTLY, date, null) : openOrContinue(date, null, done -> "");
        runs.join(run.runId(), backfillId);
        return run;
    }

    /**
     * Chooses the held run of a date, to be published although the gate holds it.
     *
     * @throws UsageException when the newest run of the date is not held, or its scores have changed since
     */
    Run force(LocalDate date, Decision decision) {
        Run held = runs.findNewest(JobName.NIGHTLY, date)
                .filter(run -> run.state() == RunState.HELD)
                .orElseThrow(
                        () -> new UsageException("the night of " + date + " is not held, so there is nothing to force;"
                                + " 'allegiance status --date " + date + "' says where it stands"));
        if (runs.isFollowed(held) || runs.isSuperseded(held)) {
            throw new UsageException(
                    "the night of " + date + " was held, but other runs, feeds or an undo came after it; run"
                            + " 'allegiance nightly --date " + date + "', and force that one if it is held again");
        }
        runs.force(held, decision);
        return held;
    }

    /**
     * Finds why a run that is not published cannot be carried on. A night that the gate held for a reason which has
     * changed cannot be completed by its last step alone; one cut off before another run moved the histories on would
     * score what is of another date, as one would mix two states whose feeds have changed; and one that looks back at a
     * publication that was rolled back, or whose rows are gone, would report moves that no reader saw.
     */
    private Optional<String> findSupersedingRun(Run run) {
        if (publications.findOfRun(run.runId()).isPresent()) {
            return Optional.empty();
        } else if (openDay.looksBackElsewhere(run)) {
            return Optional.of("the publication before it is another one by now");
        } else if (isHeldByGate(run) && openDay.isOutdated(run)) {
            return Optional.of("lines, configuration or model changed since it was held");
        } else if (runs.isFollowed(run)) {
            return Optional.of("another run came after it");
        } else if (runs.isSuperseded(run)) {
            return Optional.of("referrals or incidents landed, or an import was taken back, since it was opened");
        }
        return Optional.empty();
    }

    /** A night that passed the gate and waits for the release of a hold is published without a new run. */
    private boolean isHeldByGate(Run run) {
        return run.state() == RunState.HELD
                && partitions
                        .getProgress(run.runId(), NightlyJob.AUDIT_SCORES, SingleSteps.WHOLE)
                        .isEmpty();
    }

    private boolean isOver(Run run) {
        return run.state() == RunState.ABANDONED || publications.isRolledBack(run.runId());
    }
}
