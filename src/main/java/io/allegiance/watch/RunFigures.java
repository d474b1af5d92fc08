package io.allegiance.watch;

import io.allegiance.publish.Publication;
import io.allegiance.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of runs and publications at the end of a command, as the database has it.
 *
 * @param readers what readers see; null where nothing is published
 * @param freeSlots how many more publications there is room for
 * @param run the run of the command; null where none exists
 */
public record RunFigures(
        @Nullable Readers readers, int freeSlots, @Nullable OfRun run) {

    /**
     * The publication that readers see.
     *
     * @param publication its number
     * @param date the business date of its scores
     * @param goodUntil by then a newer one is due
     */
    public record Readers(long publication, LocalDate date, Instant goodUntil) {

        static Readers of(Publication seen) {
            return new Readers(
                    seen.publication(), seen.scoreDate(), seen.goodUntil().toInstant(ZoneOffset.UTC));
        }
    }

    /**
     * A run.
     *
     * @param state its state
     * @param took from its first start to its end, however often it was carried on; null where it has not ended
     * @param before how long the completed runs of the job before it took, newest first
     * @param steps seconds that each step took, all attempts together, in the order of their first
     * @param lines what became of the lines of the days that it took in
     * @param published customers of its publication; null where it has none
     * @param segments how many of them are in each segment
     * @param miscalibration what a training found wrong with the calibration of past publications, as a sentence; null where it
     *     found nothing, and for other jobs
     */
    public record OfRun(
            RunState state,
            @Nullable Duration took,
            List<Duration> before,
            Map<String, Double> steps,
            Lines lines,
            @Nullable Long published,
            Map<String, Long> segments,
            @Nullable String miscalibration) {}

    /** Lines of the source by what became of them. */
    public record Lines(long takenIn, long anonymous, long rejected) {}
}
