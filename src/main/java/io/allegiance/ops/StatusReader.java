package io.allegiance.ops;

import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.run.JobName;
import io.allegiance.run.RunSteps;
import io.allegiance.run.Runs;
import io.allegiance.run.Runs.RunLine;
import io.allegiance.training.ModelRegistry;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Reads where things stand, and works out what to do next. */
@Component
final class StatusReader {

    private static final int RECENT = 10;
    private static final int SEARCHED = 10_000;

    private final Runs runs;
    private final RunSteps steps;
    private final Publications publications;
    private final ModelRegistry models;

    StatusReader(Runs runs, RunSteps steps, Publications publications, ModelRegistry models) {
        this.runs = runs;
        this.steps = steps;
        this.publications = publications;
        this.models = models;
    }

    /** Reads the status of the night of a date, or of the newest run where none is given. */
    Status read(@Nullable LocalDate date) {
        List<RunLine> matching = runs.listRecent(SEARCHED).stream()
                .filter(line -> date == null
                        || (line.job() == JobName.NIGHTLY && line.businessDate().equals(date)))
                .limit(RECENT)
                .toList();
        RunLine run = matching.isEmpty() ? null : matching.get(0);
        Publication published = publications.findCurrent().orElse(null);
        return new Status(
                published,
                run,
                run == null ? List.of() : steps.list(run.runId()),
                matching,
                publications.countFreeSlots(),
                next(run, date, published));
    }

    /** Says whether what readers see is still good, as far as the database can still be asked. */
    String describeWhatReadersSee() {
        try {
            return publications
                    .findCurrent()
                    .map(seen -> "readers still see publication " + seen.publication() + " of " + seen.scoreDate()
                            + ", good until " + seen.goodUntil() + " UTC")
                    .orElse("nothing is published yet, so no reader is harmed");
        } catch (DataAccessException e) {
            return "what readers see was not touched";
        }
    }

    private String next(@Nullable RunLine run, @Nullable LocalDate date, @Nullable Publication published) {
        if (run == null) {
            return date != null
                    ? "allegiance nightly --date " + date
                    : models.list().isEmpty()
                            ? "allegiance import FILE, then allegiance train"
                            : "allegiance nightly --date DATE";
        }
        String again = run.job() == JobName.TRAIN
                ? "allegiance train --as-of " + run.businessDate()
                : "allegiance nightly --date " + run.businessDate();
        return switch (run.state()) {
            case RUNNING -> "wait; where nothing runs any more: " + again;
            case FAILED, STOPPED, ABANDONED -> again;
            case HELD -> "look at the message above; then " + again;
            case COMPLETED ->
                "allegiance nightly --date "
                        + (run.job() == JobName.TRAIN
                                        && (published == null
                                                || published.scoreDate().isBefore(run.businessDate()))
                                ? run.businessDate()
                                : run.businessDate().plusDays(1));
        };
    }
}
