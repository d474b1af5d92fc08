package io.allegiance.settings.nightly;

import io.allegiance.history.FoldRules;
import io.allegiance.scoring.ChurnBands;
import io.allegiance.segment.SegmentRules;
import io.allegiance.segment.file.SegmentRulesFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The configuration as a run freezes it: whatever decides a score or holds a publication back.
 *
 * @param horizonDays H
 * @param churnBands the edges of the bands
 * @param segmentsFile name of the file of the segment rules, for messages
 * @param segments its text
 * @param gate when the audit holds a publication back
 * @param leftOut categories that are no products
 * @param loyaltyWeights of the dimensions in the loyalty score
 * @param segmentHoldDays how long a customer may not move back to the segment before; null in what versions of the program
 *     froze that did not know it
 */
public record FrozenConfiguration(
        int horizonDays,
        NightlySettings.ChurnBandSettings churnBands,
        String segmentsFile,
        String segments,
        NightlySettings.GateSettings gate,
        List<String> leftOut,
        NightlySettings.LoyaltyWeightSettings loyaltyWeights,
        @Nullable Integer segmentHoldDays) {

    public FrozenConfiguration {
        // Runs that an earlier version opened have frozen neither.
        leftOut = List.copyOf(Objects.requireNonNullElse(leftOut, List.of()));
        loyaltyWeights = Objects.requireNonNullElse(loyaltyWeights, NightlySettings.LoyaltyWeightSettings.EVEN);
    }

    public FoldRules toFoldRules() {
        return new FoldRules(horizonDays, leftOut);
    }

    public ChurnBands toChurnBands() {
        return ChurnBands.of(churnBands.medium(), churnBands.high());
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
