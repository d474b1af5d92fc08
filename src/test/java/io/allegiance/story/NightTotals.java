package io.allegiance.story;

import io.allegiance.history.DayLineCount;
import io.allegiance.intake.line.DayTotals;
import io.allegiance.publish.HorizonScores;
import io.allegiance.publish.SlotTotals;
import io.allegiance.scoring.RowDigest;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * What a night counted, in a form that adds up.
 *
 * @param source the totals of the night's own day
 * @param counted what became of its lines
 * @param audits the control totals by name, expected and actual in turn
 * @param slot the totals of the scores, still to be computed
 * @param further the rows over each further horizon
 */
record NightTotals(
        DayTotals source,
        DayLineCount counted,
        SortedMap<String, BigDecimal> audits,
        SlotTotals.Sum slot,
        SortedMap<Integer, HorizonScores.Totals> further,
        long rows,
        RowDigest scoreDigest,
        RowDigest rowDigest,
        RowDigest horizonDigest) {

    NightTotals plus(NightTotals other) {
        SlotTotals.Sum both = new SlotTotals.Sum();
        both.merge(slot);
        both.merge(other.slot);
        return new NightTotals(
                source.plus(other.source),
                counted.plus(other.counted),
                merge(audits, other.audits, BigDecimal::add),
                both,
                merge(further, other.further, HorizonScores.Totals::plus),
                rows + other.rows,
                scoreDigest.plus(other.scoreDigest),
                rowDigest.plus(other.rowDigest),
                horizonDigest.plus(other.horizonDigest));
    }

    private static <K, V> SortedMap<K, V> merge(Map<K, V> one, Map<K, V> other, BinaryOperator<V> sum) {
        SortedMap<K, V> both = new TreeMap<>(one);
        other.forEach((key, value) -> both.merge(key, value, sum));
        return both;
    }

    /** By the totals that are computed of the scores. */
    @Override
    public boolean equals(Object other) {
        return other instanceof NightTotals that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return "%d rows, score digest %s, row digest %s, horizon digest %s, %s, %s%n%s%n%s%n%s"
                .formatted(
                        rows, scoreDigest, rowDigest, horizonDigest, slot.totals(), further, audits, source, counted);
    }
}
