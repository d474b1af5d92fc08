package io.allegiance.intake.line;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;

/**
 * The totals of one day of {@code source_transaction}.
 *
 * @param businessDate the day
 * @param lineCount number of lines
 * @param amountSum sum of the amounts as they came, whatever their currency; an unknown one counts as 0
 * @param checksum sum of a hash of each line over all columns: blind to their order
 */
public record DayTotals(LocalDate businessDate, long lineCount, BigDecimal amountSum, BigInteger checksum) {

    /** Returns the totals of a day that has no line. */
    public static DayTotals empty(LocalDate businessDate) {
        return new DayTotals(businessDate, 0, BigDecimal.ZERO, BigInteger.ZERO);
    }

    /**
     * Adds the totals of other lines of the same day, such as those in another database.
     *
     * @throws IllegalArgumentException when the other is of another day
     */
    public DayTotals plus(DayTotals other) {
        if (!businessDate.equals(other.businessDate)) {
            throw new IllegalArgumentException(
                    "only totals of one day add up; were of %s and %s".formatted(businessDate, other.businessDate));
        }
        return new DayTotals(
                businessDate,
                lineCount + other.lineCount,
                amountSum.add(other.amountSum),
                checksum.add(other.checksum));
    }

    /** Returns whether a day has the same lines by these totals. */
    public boolean sameAs(DayTotals other) {
        return lineCount == other.lineCount
                && amountSum.compareTo(other.amountSum) == 0
                && checksum.equals(other.checksum);
    }
}
