package io.allegiance.job;

import io.allegiance.failure.NothingToDoException;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.source.SourceTransactions;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.run.Decision;
import io.allegiance.run.Run;
import io.allegiance.run.RunDays;
import io.allegiance.run.Runs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Component;

/** The night of a date, from the outside: under the lease a new run, or the failed one carried on. */
@Component
public final class NightlyRun {

    private final ExclusiveWork exclusive;
    private final RunLauncher launcher;
    private final RunResolver choice;
    private final Runs runs;
    private final RunDays days;
    private final Publications publications;
    private final SourceTransactions source;
    private final UndoneImports undone;
    private final Job job;
    private final Clock clock;

    NightlyRun(
            ExclusiveWork exclusive,
            RunLauncher launcher,
            RunResolver choice,
            Runs runs,
            RunDays days,
            Publications publications,
            SourceTransactions source,
            UndoneImports undone,
            Job nightly,
            Clock clock) {
        this.exclusive = exclusive;
        this.launcher = launcher;
        this.choice = choice;
        this.runs = runs;
        this.days = days;
        this.publications = publications;
        this.source = source;
        this.undone = undone;
        this.job = nightly;
        this.clock = clock;
    }

    /**
     * The result of a night.
     *
     * @param publication what was published
     * @param seen whether readers see it; they keep a later date where there is one
     * @param refusedByRun lines refused in the days that it took in
     * @param refusedAtImport lines of these days that imports had refused and that waited
     */
    public record Outcome(Publication publication, boolean seen, long refusedByRun, long refusedAtImport) {

        /** All lines of its days that were refused. */
        public long rejectedLines() {
            return refusedByRun + refusedAtImport;
        }
    }

    /**
     * Runs the night of a date.
     *
     * @param confirmation who confirms an unusual day, and why; null without one
     * @throws NothingToDoException when the date is published and every step of it complete
     * @throws UsageException when the date is in the future or before all data
     */
    public Outcome run(LocalDate date, @Nullable Decision confirmation) {
        return run(date, () -> choice.openOrContinue(date, confirmation));
    }

    /** Runs the night of a date in a backfill; with {@code anew} also a date that is published and complete. */
    Outcome runIn(long backfillId, LocalDate date, boolean anew) {
        return run(date, () -> choice.openOrContinueIn(backfillId, date, anew));
    }

    /**
     * Publishes the held night of a date although the gate holds it; control totals must balance nevertheless.
     *
     * @param decision who decides so, and why: readers can see it
     * @throws UsageException when the night is not held
     */
    public Outcome force(LocalDate date, Decision decision) {
        return run(date, () -> choice.force(date, decision));
    }

    private Outcome run(LocalDate date, Supplier<Run> chosen) {
        requirePast(date);
        return exclusive.run(() -> {
            undone.requireComplete();
            source.requireDataUpTo(date);
            Run run = chosen.get();
            launcher.launch(run, job);
            return outcome(runs.get(run.runId()));
        });
    }

    private void requirePast(LocalDate date) {
        LocalDate today = LocalDate.now(clock);
        if (date.isAfter(today)) {
            throw new UsageException("the date " + date + " is in the future: today is " + today
                    + " in the configured zone; name a day that has ended");
        }
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
        return new Outcome(published, seen, rejected, days.countRefusedAtImport(run.runId()));
    }
}
