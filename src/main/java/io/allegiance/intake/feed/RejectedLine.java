package io.allegiance.intake.feed;

import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.csv.Header;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.line.RejectedLineException;
import io.allegiance.intake.line.Rejection;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rejected line as it is quarantined.
 *
 * @param ids its key, as far as it is known
 * @param text the hash of its kind, header and text
 * @param day that it is about; null where that cannot be read
 */
public record RejectedLine(
        CsvLine source,
        Rejection rejection,
        NaturalKey ids,
        ContentHash text,
        @Nullable LocalDate day) {

    /** A line that a feed cannot read, with what can be read of it. */
    public static RejectedLine unread(Feed<?> feed, Header header, CsvLine source, Rejection rejection) {
        return new RejectedLine(
                source,
                rejection,
                NaturalKey.of(feed, header, source),
                ContentHash.ofText(header, source),
                dayOf(feed, header, source));
    }

    private static @Nullable LocalDate dayOf(Feed<?> feed, Header header, CsvLine source) {
        try {
            return feed.day(new LineFields(header, source));
        } catch (RejectedLineException e) {
            return null;
        }
    }
}
