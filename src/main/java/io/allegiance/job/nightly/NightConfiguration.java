package io.allegiance.job.nightly;

import io.allegiance.scoring.ChurnBands;
import io.allegiance.segment.SegmentRules;
import io.allegiance.segment.file.SegmentRulesFile;
import java.nio.charset.StandardCharsets;

/**
 * The configuration as a run freezes it: whatever decides a score or holds a publication back.
 *
 * @param horizonDays H
 * @param churnBands the edges of the bands
 * @param segmentsFile name of the file of the segment rules, for messages
 * @param segments its text
 * @param gate when the audit holds a publication back
 */
record NightConfiguration(
        int horizonDays,
        NightlySettings.ChurnBandSettings churnBands,
        String segmentsFile,
        String segments,
        NightlySettings.GateSettings gate) {

    ChurnBands toChurnBands() {
        return ChurnBands.of(churnBands.medium(), churnBands.high());
    }

    SegmentRules toSegmentRules() {
        return SegmentRulesFile.read(
                segmentsFile,
                segments.getBytes(StandardCharsets.UTF_8),
                toChurnBands().edges());
    }
}
