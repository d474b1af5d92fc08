package io.allegiance.settings.nightly;

import io.allegiance.loyalty.Dimensions;
import io.allegiance.platform.HomeFolder;
import io.allegiance.scoring.ChurnBandLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * The parameters of the nightly job ({@code allegiance.nightly.*}, in {@code jobs/nightly.yaml}).
 *
 * @param segments file of the segment rules; the shipped rules unless set
 * @param churnBands the edges of LOW, MEDIUM and HIGH
 * @param loyaltyWeights what each dimension counts in the loyalty score against the others, 0 or more, by its name in
 *     camel case; 1 unless set
 * @param segmentHoldDays the number of days after a move during which a customer does not move back to the segment
 *     before, unless they evidently came back; 0 for none
 * @param lateDays how many days before the business date are looked at for late or changed lines
 * @param requireManifest whether a date without a row in feed_manifest has to wait for one
 * @param goodFor how long after the end of the business date readers may rely on its scores
 * @param oldestData how many open days before its date the newest line of a night may be, 0 or more; the longest gap between days with
 *     lines that is usual in the shop counts where it is longer
 * @param oldestModel how many open days before its date the as-of date of a night's model may be, 0 or more
 * @param stale what becomes of a night whose data or model is older
 * @param chunk items in each transaction
 * @param gate when the audit holds a publication back
 * @param reports folder of the run reports; below the home folder unless set
 */
@ConfigurationProperties("allegiance.nightly")
public record NightlySettings(
        @Nullable Path segments,
        @DefaultValue ChurnBandSettings churnBands,
        @DefaultValue Map<String, Double> loyaltyWeights,
        @DefaultValue("7") int segmentHoldDays,
        @DefaultValue("35") int lateDays,
        @DefaultValue("false") boolean requireManifest,
        @DefaultValue("30h") Duration goodFor,
        @DefaultValue("3d") @DurationUnit(ChronoUnit.DAYS) Duration oldestData,
        @DefaultValue("35d") @DurationUnit(ChronoUnit.DAYS) Duration oldestModel,
        @DefaultValue("hold") WhenStale stale,
        @DefaultValue ChunkSettings chunk,
        @DefaultValue GateSettings gate,
        @Nullable Path reports) {

    public NightlySettings {
        loyaltyWeights = WeightsByName.complete(loyaltyWeights, Dimensions.ALL);
        if (segmentHoldDays < 0) {
            throw new IllegalArgumentException(
                    "allegiance.nightly.segment-hold-days must be 0 or more; was " + segmentHoldDays);
        }
        if (lateDays < 0) {
            throw new IllegalArgumentException("allegiance.nightly.late-days must be 0 or more; was " + lateDays);
        }
        requireDays("oldest-data", oldestData);
        requireDays("oldest-model", oldestModel);
    }

    private static void requireDays(String key, Duration age) {
        if (age.isNegative()) {
            throw new IllegalArgumentException(
                    "allegiance.nightly." + key + " must be 0 days or more, such as 3d; was " + age.toDays() + " days");
        }
    }

    /** What becomes of a night whose data or model is too old. */
    public enum WhenStale {
        /** The gate holds it. */
        HOLD,
        /** It is published, and the freshness row says so. */
        PUBLISH
    }

    /** Where the run reports go. */
    public Path reportsFolder(HomeFolder home) {
        return reports != null ? reports : home.path().resolve("reports");
    }

    /**
     * The edges of the churn bands: churn probabilities such as 0.4, or shares of the customers such as {@code top 60 %}.
     *
     * @param medium the least churn probability of MEDIUM, or the share of the customers in MEDIUM and HIGH
     * @param high the least of HIGH, or the share of the customers in it
     */
    public record ChurnBandSettings(
            @DefaultValue("0.4") String medium,
            @DefaultValue("0.7") String high) {

        public ChurnBandSettings {
            ChurnBandLimits.parse(medium, high);
        }
    }

    /**
     * Chunk sizes.
     *
     * @param days customer days in each transaction of takeInTransactions
     * @param histories histories in each transaction of updateHistories, and customers in each that marks all as due
     * @param scores scores in each transaction of scoreCustomers, and segment changes in each of publishScores
     */
    public record ChunkSettings(
            @DefaultValue("10000") int days,
            @DefaultValue("20000") int histories,
            @DefaultValue("20000") int scores) {

        public ChunkSettings {
            int least = Math.min(days, Math.min(histories, scores));
            if (least < 1) {
                throw new IllegalArgumentException("allegiance.nightly.chunk must hold 1 item or more; was " + least);
            }
        }
    }

    /**
     * The audit gate.
     *
     * @param smallestDay least share of the usual size of the weekday that a day may have
     * @param steadyDay the same where the weekday was always about as large, less, the more it varied; null in what
     *     versions of the program froze that did not know it
     * @param largestDay most times the usual size of the weekday that a day may have
     * @param segmentShare most that the share of a segment may move from one publication to the next
     * @param meanChurn most that the mean churn probability may move from one publication to the next
     * @param rejects how many lines may be refused
     */
    public record GateSettings(
            @DefaultValue("0.1") double smallestDay,
            @DefaultValue("0.6") @Nullable Double steadyDay,
            @DefaultValue("10") double largestDay,
            @DefaultValue("0.25") double segmentShare,
            @DefaultValue("0.15") double meanChurn,
            @DefaultValue RejectSettings rejects) {

        public GateSettings {
            // Runs that an earlier version opened have not frozen it.
            rejects = Objects.requireNonNullElse(rejects, RejectSettings.USUAL);
        }

        /** What versions of the program froze that did not look at steadiness holds nothing. */
        public double leastOfSteadyDay() {
            return steadyDay == null ? 0 : steadyDay;
        }
    }

    /**
     * The reject limit: more refused lines than either fail the night.
     *
     * @param mostLines lines that may be refused, of the business date and of all days that the run took in
     * @param mostPercent of the lines of each, 0 to 100; a handful of lines never fails a night by it
     */
    public record RejectSettings(
            @DefaultValue("10000") long mostLines,
            @DefaultValue("1") double mostPercent) {

        public static final RejectSettings USUAL = new RejectSettings(10_000, 1);

        public RejectSettings {
            if (mostLines < 0) {
                throw new IllegalArgumentException(
                        "allegiance.nightly.gate.rejects.most-lines must be 0 or more; was " + mostLines);
            }
            if (!(mostPercent >= 0 && mostPercent <= 100)) {
                throw new IllegalArgumentException(
                        "allegiance.nightly.gate.rejects.most-percent must be in 0 to 100; was " + mostPercent);
            }
        }
    }
}
