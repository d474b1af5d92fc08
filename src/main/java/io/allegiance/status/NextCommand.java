package io.allegiance.status;

import io.allegiance.failure.AttentionException;
import io.allegiance.intake.source.SourceTransactions;
import io.allegiance.publish.Publication;
import io.allegiance.publish.UnpublishedNight;
import io.allegiance.publish.UnpublishedNight.Why;
import io.allegiance.run.JobName;
import io.allegiance.run.Runs.RunLine;
import io.allegiance.training.ModelRegistry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one command to type next: what is missing of import, train, nightly and backfill, in that order. */
@Component
final class NextCommand {

    private static final String FOLLOW_THE_MESSAGE = "what the message above asks for";
    private static final String RELEASE = "allegiance release --by NAME, when the reason for the hold is gone";

    private final SourceTransactions source;
    private final ModelRegistry models;

    NextCommand(SourceTransactions source, ModelRegistry models) {
        this.source = source;
        this.models = models;
    }

    /**
     * What the advice is made of.
     *
     * @param run the run in question; null without runs
     * @param life whether it is alive; null without a run
     * @param hold the active hold; null without one
     * @param unpublished dates that are not published, oldest first
     * @param seen what readers see; null where nothing is published
     */
    record Situation(
            @Nullable RunLine run,
            Status.@Nullable Progress life,
            Status.@Nullable ActiveHold hold,
            List<UnpublishedNight> unpublished,
            @Nullable Publication seen) {

        Situation {
            unpublished = List.copyOf(unpublished);
        }
    }

    /**
     * The advice for the next step.
     *
     * @param next the command
     * @param first what must be seen to before; null where nothing must
     */
    record Advice(String next, @Nullable String first) {}

    /**
     * Advises a person.
     *
     * @param date the night that was asked about; null where none was
     */
    Advice advise(Situation now, @Nullable LocalDate date) {
        RunLine run = now.run();
        if (run == null || now.life() == null) {
            return date == null ? adviseFirst() : new Advice("allegiance nightly --date " + date, null);
        }
        String again = repeatCommand(run, now);
        return switch (run.state()) {
            case RUNNING ->
                now.life().alive() ? new Advice("allegiance status", "wait, it is running") : new Advice(again, null);
            case STOPPED, ABANDONED -> new Advice(again, null);
            case FAILED -> new Advice(again, FOLLOW_THE_MESSAGE);
            case WAITING -> new Advice(again, "wait until upstream has delivered");
            case HELD -> new Advice(again, now.hold() != null ? RELEASE : FOLLOW_THE_MESSAGE);
            case COMPLETED -> adviseAfter(run, now);
        };
    }

    private Advice adviseFirst() {
        return models.list().stream()
                .map(model -> model.model().asOf())
                .max(Comparator.naturalOrder())
                .map(date -> new Advice(nightly(date), null))
                .orElseGet(this::adviseBeforeTraining);
    }

    /** Without a view that can be read nothing can have landed. */
    private Advice adviseBeforeTraining() {
        try {
            return new Advice(
                    source.findLastDate().isEmpty()
                            ? "allegiance import FILE, then allegiance train"
                            : "allegiance train",
                    null);
        } catch (AttentionException e) {
            return new Advice("allegiance doctor", null);
        }
    }

    /** After a failed night the same command carries it on; with it go the dates before that are not published. */
    private static String repeatCommand(RunLine run, Situation now) {
        if (run.job() == JobName.TRAIN) {
            return "allegiance train --as-of " + run.businessDate();
        }
        return now.unpublished().stream()
                .map(UnpublishedNight::date)
                .filter(date -> date.isBefore(run.businessDate()))
                .findFirst()
                .map(first -> backfill(first, run.businessDate()))
                .orElse(nightly(run.businessDate()));
    }

    private static Advice adviseAfter(RunLine run, Situation now) {
        List<UnpublishedNight> missing = now.unpublished();
        if (missing.isEmpty()) {
            return new Advice(nightly(nextNight(run, now.seen())), null);
        }
        LocalDate first = missing.get(0).date();
        LocalDate last = missing.get(missing.size() - 1).date();
        return new Advice(
                first.equals(last) && isAfter(first, now.seen()) ? nightly(first) : backfill(first, last),
                requirement(missing, now.hold()));
    }

    private static @Nullable String requirement(List<UnpublishedNight> missing, Status.@Nullable ActiveHold hold) {
        if (hold != null) {
            return RELEASE;
        }
        boolean isDecided =
                missing.stream().anyMatch(night -> night.why() != Why.NOT_RUN && night.why() != Why.RUNNING);
        return isDecided ? "what the unpublished dates above ask for" : null;
    }

    /** After training the night of its date, unless readers see that or a later one already. */
    private static LocalDate nextNight(RunLine run, @Nullable Publication seen) {
        if (run.job() == JobName.TRAIN && isAfter(run.businessDate(), seen)) {
            return run.businessDate();
        }
        LocalDate newest =
                seen == null || run.businessDate().isAfter(seen.scoreDate()) ? run.businessDate() : seen.scoreDate();
        return newest.plusDays(1);
    }

    private static boolean isAfter(LocalDate date, @Nullable Publication seen) {
        return seen == null || date.isAfter(seen.scoreDate());
    }

    private static String nightly(LocalDate date) {
        return "allegiance nightly --date " + date;
    }

    private static String backfill(LocalDate from, LocalDate to) {
        return "allegiance backfill --from " + from + " --to " + to;
    }
}
