package io.allegiance.intake.format;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was given back of an order; it becomes a RETURN line of the same transaction, of at most what the lines of the
 * order say.
 *
 * @param amount how much, of either sign; blank or 0 where nothing was given back
 * @param date when; null or blank for the date of the order
 * @param ofEachRow whether each row says what was given back of it; else the first row of an order says it for all
 */
public record Refund(Source amount, @Nullable Source date, boolean ofEachRow) {

    Stream<String> columns() {
        return date == null ? amount.columns() : Stream.concat(amount.columns(), date.columns());
    }
}
