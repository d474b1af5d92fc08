package io.allegiance.job;

import io.allegiance.failure.RejectLimitException;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.source.SourceTransactions;
import io.allegiance.run.JobName;
import io.allegiance.run.Run;
import io.allegiance.run.RunState;
import io.allegiance.run.Runs;
import io.allegiance.training.ModelRegistry;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Component;

/** The training of a model as of a date, from the outside. */
@Component
public final class TrainRun {

    private final ExclusiveWork exclusive;
    private final RunLauncher launcher;
    private final Runs runs;
    private final SourceTransactions source;
    private final ModelRegistry models;
    private final UndoneImports undone;
    private final Job job;
    private final Clock clock;

    TrainRun(
            ExclusiveWork exclusive,
            RunLauncher launcher,
            Runs runs,
            SourceTransactions source,
            ModelRegistry models,
            UndoneImports undone,
            Job train,
            Clock clock) {
        this.exclusive = exclusive;
        this.launcher = launcher;
        this.runs = runs;
        this.source = source;
        this.models = models;
        this.undone = undone;
        this.job = train;
        this.clock = clock;
    }

    /**
     * Trains a model, which becomes the active one unless the gate holds it back.
     *
     * @param asOf the last day of its data; null for the last day with transactions
     * @throws UsageException when the date is in the future or before all data
     * @throws RejectLimitException when the model would lack too many rejected lines
     */
    public ModelRegistry.Registered run(@Nullable LocalDate asOf) {
        return exclusive.run(() -> {
            undone.requireComplete();
            LocalDate date = asOf != null ? asOf : getLastDate();
            requirePast(date);
            source.requireDataUpTo(date);
            launcher.launch(openOrContinue(date), job);
            return models.findNewestOf(date).orElseThrow();
        });
    }

    private LocalDate getLastDate() {
        LocalDate last = source.findLastDate()
                .orElseThrow(() -> new UsageException(
                        "there are no transactions; land a file with 'allegiance import FILE' first"));
        LocalDate today = LocalDate.now(clock);
        return last.isAfter(today) ? today : last;
    }

    private void requirePast(LocalDate date) {
        if (date.isAfter(LocalDate.now(clock))) {
            throw new UsageException("the as-of date " + date + " is in the future; name a day that has ended");
        }
    }

    /** A training that lacked too many lines has to read their days again, so it is given up. */
    private boolean isStoppedByRejects(Run run) {
        if (run.state() != RunState.HELD) {
            return false;
        }
        runs.setState(run.runId(), RunState.ABANDONED, run.message());
        return true;
    }

    private Run openOrContinue(LocalDate date) {
        return runs.findNewest(JobName.TRAIN, date)
                .filter(run -> !isStoppedByRejects(run))
                .filter(run -> run.state() != RunState.COMPLETED && run.state() != RunState.ABANDONED)
                .filter(run -> !launcher.isComplete(run, job) && !runs.isFollowed(run) && !runs.isUndoneSince(run))
                .orElseGet(() -> runs.create(JobName.TRAIN, date, null));
    }
}
