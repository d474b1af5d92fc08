package io.allegiance.job;

import io.allegiance.failure.NothingToDoException;
import io.allegiance.failure.StoppedException;
import io.allegiance.job.lease.Lease;
import io.allegiance.job.step.StopRequest;
import io.allegiance.run.BackfillMode;
import io.allegiance.run.Backfills;
import io.allegiance.wording.Counted;
import io.allegiance.wording.TimeSpan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The nights of a range of dates, one after the other, each as {@code nightly} runs it. It gives the lease back between
 * two of them, so that the night of yesterday need not wait for all; and it ends at the first one that fails, for the
 * next would look back at it. The same command carries it on.
 */
@Component
public final class BackfillRun {

    private static final Logger LOG = LoggerFactory.getLogger(BackfillRun.class);

    private final NightlyRun nightly;
    private final BackfillPlanner planner;
    private final Backfills backfills;
    private final Lease lease;
    private final StopRequest stop;
    private final Clock clock;

    BackfillRun(
            NightlyRun nightly,
            BackfillPlanner planner,
            Backfills backfills,
            Lease lease,
            StopRequest stop,
            Clock clock) {
        this.nightly = nightly;
        this.planner = planner;
        this.backfills = backfills;
        this.lease = lease;
        this.stop = stop;
        this.clock = clock;
    }

    /** Runs each night of a backfill, and may report its outcome. */
    @FunctionalInterface
    public interface NightRunner {

        /** Runs a night, which fails as nightly does. */
        NightlyRun.Outcome run(LocalDate date, Supplier<NightlyRun.Outcome> night);
    }

    /** Says what {@link #run} would do; nothing is written. */
    public BackfillPlan plan(Backfills.Range range) {
        return planner.plan(range, findOpen(range));
    }

    /**
     * Runs the nights that are due.
     *
     * @param runner runs each night
     * @return how many lines the nights rejected
     * @throws NothingToDoException when none is due
     */
    public long run(Backfills.Range range, NightRunner runner) {
        BackfillPlan plan = plan(range);
        List<LocalDate> due = plan.due();
        if (due.isEmpty()) {
            throw new NothingToDoException("no night from " + range.from() + " to " + range.to() + " is "
                    + range.mode().name().toLowerCase(Locale.ROOT) + "; nothing was done");
        }
        if (due.size() > plan.freeSlots()) {
            LOG.warn(
                    "backfill: a slot is needed for {}, and {} are free; when they are used up, 'allegiance maintain' and"
                            + " this command again",
                    Counted.of(due.size(), "night"),
                    plan.freeSlots());
        }
        long backfillId = lease.hold(() -> backfills.findOpen(range).orElseGet(() -> backfills.begin(range)));
        long rejected =
                runAll(due, new Progress(due.size(), clock.instant()), date -> runOne(backfillId, range, date, runner));
        lease.hold(() -> {
            backfills.end(backfillId);
            return backfillId;
        });
        return rejected;
    }

    private OptionalLong findOpen(Backfills.Range range) {
        return backfills.findOpen(range).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private long runAll(List<LocalDate> due, Progress progress, ToLongFunction<LocalDate> night) {
        long rejected = 0;
        int ended = 0;
        try {
            for (LocalDate date : due) {
                if (stop.isRequested()) {
                    throw new StoppedException("stopped on request before the night of " + date
                            + "; what was published stays. The same command carries the backfill on");
                }
                rejected += night.applyAsLong(date);
                ended++;
                LOG.info("backfill: {}, {}", date, progress.describe(ended, clock.instant()));
            }
            return rejected;
        } finally {
            if (ended < due.size()) {
                LOG.warn(
                        "backfill: stopped at {} after {} of {}; the same command carries on",
                        due.get(ended),
                        ended,
                        Counted.of(due.size(), "night"));
            }
        }
    }

    /** Runs one night; gives how many lines it rejected. */
    private long runOne(long backfillId, Backfills.Range range, LocalDate date, NightRunner runner) {
        try {
            return runner.run(date, () -> nightly.runIn(backfillId, date, range.mode() == BackfillMode.ALL))
                    .rejectedLines();
        } catch (NothingToDoException e) {
            LOG.info("backfill: {}", e.getMessage());
            return 0;
        }
    }

    /** The progress of a backfill, and its expected end at the pace so far. */
    private record Progress(int nights, Instant begun) {

        String describe(int ended, Instant now) {
            Duration left = Duration.between(begun, now).dividedBy(ended).multipliedBy(nights - ended);
            return ended + " of " + Counted.of(nights, "night") + "; the rest should take " + TimeSpan.describe(left);
        }
    }
}
