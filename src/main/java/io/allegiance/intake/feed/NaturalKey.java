package io.allegiance.intake.feed;

import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.csv.Header;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.line.RejectedLineException;
import org.jspecify.annotations.Nullable;

/**
 * By what a line is known to be the correction of another one: its transaction and its key in that; of the small feeds the
 * parts of their keys.
 *
 * @param transactionId null where the line does not tell it
 * @param lineKey likewise, or where it would be made of what the line says
 */
public record NaturalKey(
        @Nullable String transactionId, @Nullable String lineKey) {

    public static final NaturalKey UNKNOWN = new NaturalKey(null, null);

    /** What a line of a file tells, whatever else is wrong with it. */
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
