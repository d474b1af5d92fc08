package io.allegiance.intake.feed;

import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.csv.Header;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.line.RejectedLineException;
import org.jspecify.annotations.Nullable;

/**
 * By what a line is known to be the correction of another one: its transaction and its key in that; of the small feeds
 * the parts of their keys.
 *
 * @param transactionId null where the line has none
 * @param lineKey null where the line has none, or where it would be derived from the line's content
 */
public record NaturalKey(
        @Nullable String transactionId, @Nullable String lineKey) {

    public static final NaturalKey UNKNOWN = new NaturalKey(null, null);

    /** Reads the key of a line of a file, whatever else is wrong with the line. */
    public static NaturalKey of(Feed<?> feed, Header header, CsvLine line) {
        try {
            return feed.ids(new LineFields(header, line));
        } catch (RejectedLineException e) {
            return UNKNOWN;
        }
    }

    boolean isComplete() {
        return transactionId != null && lineKey != null;
    }
}
