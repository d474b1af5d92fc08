package io.allegiance.job;

import io.allegiance.failure.NothingToDoException;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.SourceTransactions;
import io.allegiance.job.lease.Lease;
import io.allegiance.job.nightly.OpenDay;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.run.JobName;
import io.allegiance.run.Run;
import io.allegiance.run.RunDays;
import io.allegiance.run.RunState;
import io.allegiance.run.Runs;
import io.allegiance.run.Settings;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Component;

/**
 * The night of a date, from the outside: a new run, or the failed one carried on. A date whose run was rolled back, or given
 * up, is begun anew; so is one that the gate held, once what it was held for has changed, and one that another run followed.
 */
@Component
public final class NightlyRun {

    private final Settings settings;
    private final Lease lease;
    private final RunLauncher launcher;
    private final Runs runs;
    private final RunDays days;
    private final Publications publications;
    private final SourceTransactions source;
    private final OpenDay openDay;
    private final Job job;
    private final Clock clock;

    NightlyRun(
            Settings settings,
            Lease lease,
            RunLauncher launcher,
            Runs runs,
            RunDays days,
            Publications publications,
            SourceTransactions source,
            OpenDay openDay,
            Job nightly,
            Clock clock) {
        this.settings = settings;
        this.lease = lease;
        this.launcher = launcher;
        this.runs = runs;
        this.days = days;
        this.publications = publications;
        this.source = source;
        this.openDay = openDay;
        this.job = nightly;
        this.clock = clock;
    }

    /**
     * What a night ended with.
     *
     * @param publication what was published
     * @param seen whether readers see it; they keep a later date where there is one
     * @param rejectedLines lines refused in the days that it took in
     */
    public record Outcome(Publication publication, boolean seen, long rejectedLines) {}

    /**
     * Runs the night of a date.
     *
     * @param confirmation who confirms an unusual day, and why; null where nobody does
     * @throws NothingToDoException when the date is published and every step of it complete
     * @throws UsageException when the date lies in the future or before all data
     */
    public Outcome run(LocalDate date, Run.@Nullable Confirmation confirmation) {
        requirePast(date);
        lease.acquire();
        try {
            settings.requireUnchanged();
            source.requireDataUpTo(date);
            Run run = openOrContinue(date, confirmation);
            launcher.launch(run, job);
            return outcome(runs.get(run.runId()));
        } finally {
            lease.release();
        }
    }

    private void requirePast(LocalDate date) {
        LocalDate today = LocalDate.now(clock);
        if (date.isAfter(today)) {
            throw new UsageException("the date " + date + " lies in the future: today is " + today
                    + " in the configured" + " zone; name a day that has ended");
        }
    }

    private Run openOrContinue(LocalDate date, Run.@Nullable Confirmation confirmation) {
        Run run = runs.findNewest(JobName.NIGHTLY, date).orElse(null);
        if (run != null && !isOver(run) && mustBeginAnew(run)) {
            runs.setState(run.runId(), RunState.ABANDONED, run.message());
            return runs.create(JobName.NIGHTLY, date, confirmation);
        }
        if (run == null || isOver(run)) {
            return runs.create(JobName.NIGHTLY, date, confirmation);
        }
        if (launcher.isComplete(run, job)) {
            runs.setState(run.runId(), RunState.COMPLETED, null);
            throw new NothingToDoException("the night of " + date + " is published and complete; nothing was done");
        }
        if (confirmation != null) {
            runs.confirm(run.runId(), confirmation);
        }
        return run;
    }

    /**
     * A held night whose reason has changed cannot be mended by its last step alone; and a night cut off before another run
     * moved the histories on would score what is of another date, as one would mix two states whose feeds have changed.
     */
    private boolean mustBeginAnew(Run run) {
        boolean published = publications.findOfRun(run.runId()).isPresent();
        boolean outdated = run.state() == RunState.HELD && openDay.isOutdated(run);
        return !published && (outdated || runs.isFollowed(run) || runs.isOutrun(run));
    }

    private boolean isOver(Run run) {
        boolean rolledBack = run.state() == RunState.COMPLETED
                && publications.findOfRun(run.runId()).isEmpty();
        return run.state() == RunState.ABANDONED || rolledBack;
    }

    private Outcome outcome(Run run) {
        long rejected = days.listCounts(run.runId()).stream()
                .mapToLong(count -> count.rejected())
                .sum();
        Publication published = publications.findOfRun(run.runId()).orElseThrow();
        boolean seen = publications
                .findCurrent()
                .filter(current -> current.publication() == published.publication())
                .isPresent();
        return new Outcome(published, seen, rejected);
    }
}
