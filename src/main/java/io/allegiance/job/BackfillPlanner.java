package io.allegiance.job;

import io.allegiance.failure.UsageException;
import io.allegiance.intake.source.SourceTransactions;
import io.allegiance.publish.Publications;
import io.allegiance.run.BackfillMode;
import io.allegiance.run.Backfills;
import io.allegiance.run.JobName;
import io.allegiance.run.Run;
import io.allegiance.run.RunState;
import io.allegiance.run.Runs;
import io.allegiance.training.ModelRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Works out which nights of a range a backfill is to run. */
@Component
final class BackfillPlanner {

    private final Runs runs;
    private final Publications publications;
    private final ModelRegistry models;
    private final SourceTransactions source;
    private final Clock clock;

    BackfillPlanner(
            Runs runs, Publications publications, ModelRegistry models, SourceTransactions source, Clock clock) {
        this.runs = runs;
        this.publications = publications;
        this.models = models;
        this.source = source;
        this.clock = clock;
    }

    /**
     * Plans a range.
     *
     * @param backfillId the backfill that is carried on, whose finished nights are not run again; none for a new one
     * @throws UsageException when the range is empty, ends in the future or begins before all data
     */
    BackfillPlan plan(Backfills.Range range, OptionalLong backfillId) {
        requirePossible(range);
        Set<LocalDate> published = Set.copyOf(publications.listDates(range.from(), range.to()));
        return new BackfillPlan(
                range,
                range.from()
                        .datesUntil(range.to().plusDays(1))
                        .map(date -> plan(date, range.mode(), published.contains(date), backfillId))
                        .toList(),
                publications.countFreeSlots());
    }

    private void requirePossible(Backfills.Range range) {
        if (range.from().isAfter(range.to())) {
            throw new UsageException("--from " + range.from() + " is after --to " + range.to());
        }
        LocalDate today = LocalDate.now(clock);
        if (range.to().isAfter(today)) {
            throw new UsageException("the date " + range.to() + " is in the future: today is " + today
                    + " in the configured zone; name days that have ended");
        }
        source.requireDataUpTo(range.from());
    }

    private BackfillPlan.Night plan(LocalDate date, BackfillMode mode, boolean published, OptionalLong backfillId) {
        Optional<Run> run = runs.findNewest(JobName.NIGHTLY, date);
        if (run.filter(found -> isDoneIn(found, backfillId)).isPresent()) {
            return new BackfillPlan.Night(date, false, "done in this backfill");
        }
        String stands = describe(run, published);
        boolean due = switch (mode) {
            case MISSING -> !published;
            case FAILED -> run.filter(BackfillPlanner::isUnfinished).isPresent();
            case ALL -> true;
        };
        boolean modelless = due && models.findActiveVersion(date).isEmpty();
        return new BackfillPlan.Night(
                date,
                due,
                modelless
                        ? stands + "; no model as of then, so 'allegiance train --as-of " + date + "' first"
                        : stands);
    }

    private static boolean isDoneIn(Run run, OptionalLong backfillId) {
        return run.state() == RunState.COMPLETED
                && run.backfillId() != null
                && backfillId.isPresent()
                && backfillId.getAsLong() == run.backfillId();
    }

    private static boolean isUnfinished(Run run) {
        return run.state() != RunState.COMPLETED && run.state() != RunState.ABANDONED;
    }

    private static String describe(Optional<Run> run, boolean published) {
        String state = run.filter(BackfillPlanner::isUnfinished)
                .map(found -> found.state().name().toLowerCase(Locale.ROOT))
                .orElse("");
        if (published) {
            return state.isEmpty() ? "published" : "published, its report " + state;
        }
        return state.isEmpty() ? "not published" : state;
    }
}
