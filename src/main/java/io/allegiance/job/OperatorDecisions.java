package io.allegiance.job;

import io.allegiance.failure.LeaseHeldException;
import io.allegiance.failure.NothingToDoException;
import io.allegiance.failure.UsageException;
import io.allegiance.publish.PublicationHolds;
import io.allegiance.publish.PublicationHolds.Hold;
import io.allegiance.publish.Publications;
import io.allegiance.publish.Rollback;
import io.allegiance.run.Decision;
import io.allegiance.run.JobName;
import io.allegiance.run.Run;
import io.allegiance.run.RunState;
import io.allegiance.run.Runs;
import io.allegiance.settings.BusinessSettings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Decisions of a person that overrule nights. Hold and release are one row each and are made at once; to abandon and to roll back
 * takes the lease, for a night that runs looks back at what they change.
 */
@Component
public final class OperatorDecisions {

    private final ExclusiveWork exclusive;
    private final Runs runs;
    private final Publications publications;
    private final PublicationHolds holds;
    private final Rollback rollback;
    private final ZoneId zone;

    OperatorDecisions(
            ExclusiveWork exclusive,
            Runs runs,
            Publications publications,
            PublicationHolds holds,
            Rollback rollback,
            BusinessSettings business) {
        this.exclusive = exclusive;
        this.runs = runs;
        this.publications = publications;
        this.holds = holds;
        this.rollback = rollback;
        this.zone = business.zone();
    }

    /**
     * Holds all publications until {@link #release}; needs no lease, so it holds back a night that runs.
     *
     * @return the decision
     * @throws NothingToDoException when there is a hold already
     */
    public Decision hold(Decision decision) {
        holds.hold(decision).ifPresent(hold -> {
            throw new NothingToDoException("publishing is " + hold.describe(zone) + "; nothing was changed");
        });
        return decision;
    }

    /**
     * Ends the hold; needs no lease.
     *
     * @param by the name of the person
     * @return the hold that ended
     * @throws NothingToDoException when none exists
     */
    public Hold release(String by) {
        return holds.release(by)
                .orElseThrow(() -> new NothingToDoException("publishing is not on hold; nothing was changed"));
    }

    /**
     * Abandons the newest attempt at the night of a date, so that the next one is a new attempt.
     *
     * @return the run that is abandoned
     * @throws UsageException when the date has no run, or its publication is retained
     * @throws NothingToDoException when the run is abandoned already
     */
    public Run abandon(LocalDate date, Decision decision) {
        return withoutRun("abandon", () -> {
            Run run = runs.findNewest(JobName.NIGHTLY, date)
                    .orElseThrow(() ->
                            new UsageException("no night of " + date + " was begun, so there is none to give up"));
            requireUnpublished(run);
            if (run.state() == RunState.ABANDONED || run.state() == RunState.COMPLETED) {
                throw new NothingToDoException("the night of " + date + " is given up already; nothing was changed");
            }
            runs.abandon(run, decision);
            return run;
        });
    }

    /** Without the rows of its publication a run cannot write its report any more, and nothing else is lost. */
    private void requireUnpublished(Run run) {
        publications
                .findOfRun(run.runId())
                .flatMap(publication -> publications.findRetained(publication.publication()))
                .ifPresent(retained -> {
                    throw new UsageException("the night of " + run.businessDate()
                            + " is published; nothing was changed. 'allegiance rollback'"
                            + " sends readers back to an earlier one");
                });
    }

    /**
     * Sends readers back to the newest publication of a date.
     *
     * @throws UsageException when none exists whose rows are retained, or readers see it already
     */
    public Rollback.Done rollBackToDate(LocalDate date, Decision decision) {
        return withoutRun("rollback", () -> rollback.toDate(date, decision));
    }

    /**
     * Sends readers back to a publication.
     *
     * @throws UsageException when it is not retained, was rolled back, or readers see it already
     */
    public Rollback.Done rollBackToPublication(long publication, Decision decision) {
        return withoutRun("rollback", () -> rollback.toPublication(publication, decision));
    }

    private <T> T withoutRun(String command, Supplier<T> work) {
        try {
            return exclusive.run(work);
        } catch (LeaseHeldException e) {
            throw new LeaseHeldException(
                    e.getMessage() + ". " + command
                            + " needs that run to end first: 'allegiance hold --by NAME --reason"
                            + " TEXT' keeps it from publishing at once, 'kill -TERM' with the number of its process, on its machine,"
                            + " stops it at its next commit; then this command again",
                    e);
        }
    }
}
