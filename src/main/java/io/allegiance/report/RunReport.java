package io.allegiance.report;

import io.allegiance.publish.Publication;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The report of a night, as it is written in JSON.
 *
 * @param businessDate the night's date
 * @param attempt from 1
 * @param modelVersion the model of its scores
 * @param publication what was published
 * @param segments its segments, largest first
 * @param daysTakenIn number of days taken in
 * @param lines what became of their lines
 * @param controlTotals number of control totals, all of which balanced
 * @param thresholds the RFM thresholds frozen for the night
 */
public record RunReport(
        LocalDate businessDate,
        int attempt,
        String modelVersion,
        Publication publication,
        List<Publication.SegmentLine> segments,
        int daysTakenIn,
        Lines lines,
        int controlTotals,
        Map<String, String> thresholds) {

    /**
     * What became of the lines of the days taken in: read = taken in + anonymous + rejected.
     *
     * @param read lines read
     * @param takenIn lines of a customer
     * @param anonymous lines without one
     * @param rejected lines refused
     */
    public record Lines(long read, long takenIn, long anonymous, long rejected) {}
}
