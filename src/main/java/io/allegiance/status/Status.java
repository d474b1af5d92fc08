package io.allegiance.status;

import io.allegiance.job.claim.ClaimLine;
import io.allegiance.publish.Publication;
import io.allegiance.publish.UnpublishedNight;
import io.allegiance.run.Runs.RunLine;
import io.allegiance.run.StepState;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of runs and publications; all times in UTC.
 *
 * @param at when this was so
 * @param zone the configured zone
 * @param published what readers see; null where nothing is published
 * @param good whether readers may still rely on it
 * @param hold the active hold; null without one
 * @param run the run in question: of the date asked for, else the newest; null without runs
 * @param life whether the run is alive, and its progress; null without a run
 * @param steps its steps so far
 * @param claims the partitions that it offered last, of the step that is under way or was last: who works on them, since when, and
 *     how often each was tried; none once another run has offered some
 * @param recent the newest runs, newest first
 * @param unpublished the dates up to the newest night's that are not published, oldest first
 * @param freeSlots how many more publications there is room for
 * @param horizons how the configured horizons differ from those of the model that nights use; null where they do not
 * @param next the one command to type next
 * @param first what must be seen to before; null where nothing must
 */
public record Status(
        LocalDateTime at,
        ZoneId zone,
        @Nullable Publication published,
        boolean good,
        @Nullable ActiveHold hold,
        @Nullable RunLine run,
        @Nullable Progress life,
        List<StepState> steps,
        List<ClaimLine> claims,
        List<RunLine> recent,
        List<UnpublishedNight> unpublished,
        int freeSlots,
        @Nullable String horizons,
        String next,
        @Nullable String first) {

    /** An active hold. */
    public record ActiveHold(String by, String reason, LocalDateTime since) {}

    /**
     * A run's signs of life.
     *
     * @param alive whether the process that runs it still gives signs of life
     * @param owner that process and its machine; null where none holds the lease
     * @param lastSign its last sign of life; null where none holds the lease
     * @param lastProgress when rows were last written; null where none were
     * @param step the step that is under way or failed; null where none is
     * @param done of that step: lines, customers, or null where it is not counted
     * @param of how many of them there are
     * @param rejected lines that the run refused, and those that imports had refused of its days when it was audited
     * @param lines lines that it read, and the latter
     * @param expectedFinish its expected end, estimated from the last night; null where unknown
     * @param deadline its deadline; null without one
     */
    public record Progress(
            boolean alive,
            @Nullable String owner,
            @Nullable LocalDateTime lastSign,
            @Nullable LocalDateTime lastProgress,
            @Nullable String step,
            @Nullable Long done,
            @Nullable Long of,
            long rejected,
            long lines,
            @Nullable LocalDateTime expectedFinish,
            @Nullable LocalDateTime deadline) {}
}
