package io.allegiance.job.nightly;

import io.allegiance.scoring.ChurnBands;
import io.allegiance.segment.SegmentRules;
import io.allegiance.segment.file.SegmentRulesFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The configuration as a run freezes it: whatever decides a score or holds a publication back.
 *
 * @param horizonDays H
 * @param churnBands the edges of the bands
 * @param segmentsFile name of the file of the segment rules, for messages
 * @param segments its text
 * @param gate when the audit holds a publication back
 * @param segmentHoldDays how long a customer may not move back to the segment before; null in what versions of the program
 *     froze that did not know it
 */
record NightConfiguration(
        int horizonDays,
        NightlySettings.ChurnBandSettings churnBands,
        String segmentsFile,
        String segments,
        NightlySettings.GateSettings gate,
        @Nullable Integer segmentHoldDays) {

    ChurnBands toChurnBands() {
        return ChurnBands.of(churnBands.medium(), churnBands.high());
    }

    /** A night that an earlier version began ends as it began, without a hold. */
    int toSegmentHoldDays() {
        return segmentHoldDays == null ? 0 : segmentHoldDays;
    }

    SegmentRules toSegmentRules() {
        return SegmentRulesFile.read(
                segmentsFile,
                segments.getBytes(StandardCharsets.UTF_8),
                toChurnBands().edges());
    }
}
