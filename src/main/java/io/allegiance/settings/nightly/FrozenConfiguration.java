package io.allegiance.settings.nightly;

import io.allegiance.calendar.ClosureRules;
import io.allegiance.calendar.DateRange;
import io.allegiance.calendar.OpenDays;
import io.allegiance.crossselling.ProposalMethod;
import io.allegiance.failure.AttentionException;
import io.allegiance.history.FoldRules;
import io.allegiance.loyalty.Dimensions;
import io.allegiance.loyalty.LoyaltyWeights;
import io.allegiance.scoring.BandLimit;
import io.allegiance.scoring.ChurnBandLimits;
import io.allegiance.scoring.ChurnBands;
import io.allegiance.scoring.NightThresholds;
import io.allegiance.segment.SegmentRules;
import io.allegiance.segment.file.SegmentRulesFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The configuration as a run freezes it: everything that decides a score or holds a publication back.
 *
 * @param horizonDays H
 * @param churnBands the edges of the bands
 * @param segmentsFile name of the file of the segment rules, for messages
 * @param segments its text
 * @param gate when the audit holds a publication back
 * @param leftOut categories that are not products
 * @param loyaltyWeights of the dimensions in the loyalty score, by their names in camel case
 * @param segmentHoldDays how long a customer may not move back to the segment before; null in what versions of the
 *     program froze that did not know it
 * @param closed the configured closures, as they are written; none in what versions of the program froze that did not
 *     know them
 * @param closuresFromLines whether closures are also found in the lines; null in what such versions froze
 * @param staleness when data and model of a night are too old; null in what versions of the program froze that did not know it
 * @param nextCategory how the next category is proposed; null in what versions of the program froze that did not know it
 */
public record FrozenConfiguration(
        int horizonDays,
        Bands churnBands,
        String segmentsFile,
        String segments,
        NightlySettings.GateSettings gate,
        List<String> leftOut,
        Map<String, Double> loyaltyWeights,
        @Nullable Integer segmentHoldDays,
        List<String> closed,
        @Nullable Boolean closuresFromLines,
        @Nullable Staleness staleness,
        @Nullable ProposalMethod nextCategory) {

    /**
     * When data and model of a night are too old.
     *
     * @param oldestDataDays how many open days before its date its newest line may be
     * @param oldestModelDays how many open days before its date the as-of date of its model may be
     * @param holds whether an older night is held; otherwise it is published with the fact
     */
    public record Staleness(int oldestDataDays, int oldestModelDays, boolean holds) {

        /** Nothing is too old. */
        static final Staleness NEVER = new Staleness(NO_AGE, NO_AGE, false);

        static Staleness of(NightlySettings settings) {
            return new Staleness(
                    toDays(settings.oldestData()),
                    toDays(settings.oldestModel()),
                    settings.stale() == NightlySettings.WhenStale.HOLD);
        }

        private static int toDays(Duration age) {
            return (int) Math.min(age.toDays(), NO_AGE);
        }
    }

    /** More days than there are between any two dates of a shop. */
    private static final int NO_AGE = 1_000_000;

    /**
     * The edges of the bands: a number each, or the text of a share.
     *
     * @param medium of MEDIUM
     * @param high of HIGH
     */
    public record Bands(Object medium, Object high) {

        static Bands of(NightlySettings.ChurnBandSettings settings) {
            return new Bands(toJson(settings.medium()), toJson(settings.high()));
        }

        /** A number stays one in JSON, as earlier versions froze it, so that the hash of such a configuration stays too. */
        private static Object toJson(String text) {
            BandLimit limit = BandLimit.parse(text);
            return limit.isShare() ? limit.text() : Double.valueOf(text.strip());
        }
    }

    public FrozenConfiguration {
        // Runs that an earlier version opened have frozen none of these.
        leftOut = List.copyOf(Objects.requireNonNullElse(leftOut, List.of()));
        closed = List.copyOf(Objects.requireNonNullElse(closed, List.of()));
        loyaltyWeights = Collections.unmodifiableMap(new LinkedHashMap<>(
                Objects.requireNonNullElse(loyaltyWeights, WeightsByName.complete(Map.of(), Dimensions.ALL))));
    }

    public FoldRules toFoldRules(OpenDays openDays) {
        return new FoldRules(horizonDays, leftOut, openDays);
    }

    /** A night that an earlier version began ends as it began, without closures. */
    public ClosureRules toClosureRules() {
        return new ClosureRules(closed.stream().map(DateRange::of).toList(), Boolean.TRUE.equals(closuresFromLines));
    }

    /** A night that an earlier version began ends as it began, whatever the age of its data. */
    public Staleness toStaleness() {
        return Objects.requireNonNullElse(staleness, Staleness.NEVER);
    }

    /** A night that an earlier version began ends as it began, with proposals by lift. */
    public ProposalMethod toNextCategory() {
        return Objects.requireNonNullElse(nextCategory, ProposalMethod.LIFT);
    }

    /** The edges of the bands as configured. */
    public ChurnBandLimits toChurnBandLimits() {
        return ChurnBandLimits.parse(String.valueOf(churnBands.medium()), String.valueOf(churnBands.high()));
    }

    /** The edges of the bands that hold in a night: those that it froze, or the fixed ones of what froze none. */
    public ChurnBands toChurnBands(NightThresholds night) {
        ChurnBands frozen = night.bands();
        return frozen == null ? toChurnBandLimits().toFixedBands() : frozen;
    }

    /**
     * Weighs the dimensions; one that the weights do not name counts 0.
     *
     * @throws IllegalArgumentException when a weight is negative or not finite, or all are 0
     */
    public LoyaltyWeights toLoyaltyWeights() {
        return WeightsByName.toWeights(loyaltyWeights, Dimensions.ALL);
    }

    /** A night that an earlier version began ends as it began, without a hold. */
    public int toSegmentHoldDays() {
        return segmentHoldDays == null ? 0 : segmentHoldDays;
    }

    /**
     * Requires that every customer finds a segment rule and that every rule can match: with the fixed edges of the bands, or
     * whatever edges a night sets.
     *
     * @throws AttentionException with file, line and reason, when the rules are refused
     */
    public void requireSoundRules() {
        ChurnBandLimits limits = toChurnBandLimits();
        byte[] text = segments.getBytes(StandardCharsets.UTF_8);
        if (limits.areFixed()) {
            SegmentRulesFile.read(segmentsFile, text, limits.toFixedBands().edges());
        } else {
            SegmentRulesFile.requireSoundForAnyEdges(segmentsFile, text);
        }
    }

    /** The segment rules with the edges of a night's bands. */
    public SegmentRules toSegmentRules(ChurnBands bands) {
        return SegmentRulesFile.readForNight(segmentsFile, segments.getBytes(StandardCharsets.UTF_8), bands.edges());
    }
}
