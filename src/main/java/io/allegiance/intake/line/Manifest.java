package io.allegiance.intake.line;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Upstream's announcement for a business date.
 *
 * @param businessDate the date
 * @param lineCount lines of the date in {@code source_transaction}, accepted or not
 * @param amount sum of their amounts as they are, of any type and currency, an unknown one being 0; null where none was
 *     announced
 */
public record Manifest(
        LocalDate businessDate, long lineCount, @Nullable BigDecimal amount) {

    /** Returns whether lines or money are missing. */
    public boolean isMissing(DayTotals day) {
        return day.lineCount() < lineCount || (amount != null && day.amountSum().compareTo(amount) < 0);
    }

    /** Returns whether there are more lines or more money than announced. */
    public boolean isExceeded(DayTotals day) {
        return day.lineCount() > lineCount || (amount != null && day.amountSum().compareTo(amount) > 0);
    }

    /** Says in words what is there of what was announced. */
    public String compare(DayTotals day) {
        String lines = day.lineCount() + " lines of " + lineCount;
        return amount == null ? lines : lines + " and an amount of " + plain(day.amountSum()) + " of " + plain(amount);
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
