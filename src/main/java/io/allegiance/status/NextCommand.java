package io.allegiance.status;

import io.allegiance.publish.Publications;
import io.allegiance.run.JobName;
import io.allegiance.run.Runs.RunLine;
import io.allegiance.training.ModelRegistry;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one command to type next. */
@Component
final class NextCommand {

    private static final String FOLLOW_THE_MESSAGE = "what the message above asks for";

    private final Publications publications;
    private final ModelRegistry models;

    NextCommand(Publications publications, ModelRegistry models) {
        this.publications = publications;
        this.models = models;
    }

    /**
     * The advice for the next step.
     *
     * @param next the command
     * @param first what must be seen to before; null where nothing must
     */
    record Advice(String next, @Nullable String first) {}

    Advice advise(
            @Nullable RunLine run,
            @Nullable LocalDate date,
            Status.@Nullable Progress life,
            Status.@Nullable ActiveHold hold) {
        if (run == null || life == null) {
            return adviseFirst(date);
        }
        String again = repeatCommand(run);
        return switch (run.state()) {
            case RUNNING ->
                life.alive() ? new Advice("allegiance status", "wait, it is running") : new Advice(again, null);
            case STOPPED, ABANDONED -> new Advice(again, null);
            case FAILED -> new Advice(again, FOLLOW_THE_MESSAGE);
            case WAITING -> new Advice(again, "wait until upstream has delivered");
            case HELD ->
                hold != null
                        ? new Advice(again, "allegiance release --by NAME, when the reason for the hold is gone")
                        : new Advice(again, FOLLOW_THE_MESSAGE);
            case COMPLETED -> new Advice("allegiance nightly --date " + nextNight(run), null);
        };
    }

    private Advice adviseFirst(@Nullable LocalDate date) {
        if (date != null) {
            return new Advice("allegiance nightly --date " + date, null);
        }
        return models.list().isEmpty()
                ? new Advice("allegiance import FILE, then allegiance train", null)
                : new Advice("allegiance nightly --date DATE", null);
    }

    private static String repeatCommand(RunLine run) {
        return run.job() == JobName.TRAIN
                ? "allegiance train --as-of " + run.businessDate()
                : "allegiance nightly --date " + run.businessDate();
    }

    /** After training the night of its date, unless readers see that already. */
    private LocalDate nextNight(RunLine run) {
        boolean unseen = publications
                .findCurrent()
                .map(seen -> seen.scoreDate().isBefore(run.businessDate()))
                .orElse(true);
        return run.job() == JobName.TRAIN && unseen
                ? run.businessDate()
                : run.businessDate().plusDays(1);
    }
}
