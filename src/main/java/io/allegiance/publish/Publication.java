package io.allegiance.publish;

import io.allegiance.run.Decision;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One publication: what readers saw, or see.
 *
 * @param publication its number
 * @param scoreDate the business date of its scores
 * @param runId the run that made it
 * @param slot the slot of its rows
 * @param modelVersion the model of its scores
 * @param customers number of rows
 * @param scored those with a number
 * @param scoreDigest over all columns but the segment and its past
 * @param rowDigest over all columns
 * @param publishedAt in UTC
 * @param goodUntil in UTC: by then a newer one is due
 * @param modelNote what the model had to fall back on; null where it did not
 * @param dayNote who confirmed the day as it is, or that it is a configured closure; null for a usual day
 * @param forced who published it although the gate held it, and why; null where it passed the gate
 * @param horizonDays H of its model; null where it is not on record
 * @param horizonDigest over all its rows over further horizons; null where it has none
 * @param freshness the age of its data and model
 */
public record Publication(
        long publication,
        LocalDate scoreDate,
        long runId,
        int slot,
        @Nullable String modelVersion,
        long customers,
        long scored,
        String scoreDigest,
        String rowDigest,
        LocalDateTime publishedAt,
        LocalDateTime goodUntil,
        @Nullable String modelNote,
        @Nullable String dayNote,
        @Nullable Decision forced,
        @Nullable Integer horizonDays,
        @Nullable String horizonDigest,
        Freshness freshness) {

    /**
     * How old data and model were.
     *
     * @param newestData the newest day with a line up to the score date; null where it is not on record
     * @param modelAsOf the last day that the model knows; null where it is not on record
     * @param staleReason why the scores are stale although they are published; null where they are not
     */
    public record Freshness(
            @Nullable LocalDate newestData,
            @Nullable LocalDate modelAsOf,
            @Nullable String staleReason) {

        /** What earlier versions of the program recorded. */
        public static final Freshness UNKNOWN = new Freshness(null, null, null);
    }

    /** A slot number that no publication has: a query for its rows finds none. */
    public static final int NO_SLOT = -1;

    /** One segment of a publication. */
    public record SegmentLine(
            String segment,
            long customers,
            @Nullable BigDecimal meanChurnProbability,
            @Nullable BigDecimal valueAtRisk,
            @Nullable BigDecimal expectedValue) {}
}
