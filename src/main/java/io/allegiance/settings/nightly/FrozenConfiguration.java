package io.allegiance.settings.nightly;

import io.allegiance.history.FoldRules;
import io.allegiance.loyalty.Dimensions;
import io.allegiance.loyalty.LoyaltyWeights;
import io.allegiance.scoring.ChurnBands;
import io.allegiance.segment.SegmentRules;
import io.allegiance.segment.file.SegmentRulesFile;
import java.nio.charset.StandardCharsets;
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
 */
public record FrozenConfiguration(
        int horizonDays,
        NightlySettings.ChurnBandSettings churnBands,
        String segmentsFile,
        String segments,
        NightlySettings.GateSettings gate,
        List<String> leftOut,
        Map<String, Double> loyaltyWeights,
        @Nullable Integer segmentHoldDays) {

    public FrozenConfiguration {
        // Runs that an earlier version opened have frozen neither.
        leftOut = List.copyOf(Objects.requireNonNullElse(leftOut, List.of()));
        loyaltyWeights = Collections.unmodifiableMap(new LinkedHashMap<>(
                Objects.requireNonNullElse(loyaltyWeights, WeightsByName.complete(Map.of(), Dimensions.ALL))));
    }

    public FoldRules toFoldRules() {
        return new FoldRules(horizonDays, leftOut);
    }

    public ChurnBands toChurnBands() {
        return ChurnBands.of(churnBands.medium(), churnBands.high());
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

    public SegmentRules toSegmentRules() {
        return SegmentRulesFile.read(
                segmentsFile,
                segments.getBytes(StandardCharsets.UTF_8),
                toChurnBands().edges());
    }
}
