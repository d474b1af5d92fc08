package io.allegiance.intake.file;

import io.allegiance.intake.line.RejectionReason;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts of the lines of a file that was read without landing: lines read = taken in + anonymous + repeated +
 * cancelled + rejected.
 *
 * @param linesRead records of the file, header and blank lines left out
 * @param takenIn lines of a customer, accepted
 * @param anonymous accepted lines without a customer
 * @param repeated lines whose given keys occurred earlier in the file with the same content
 * @param cancelled lines of orders that a line of type CANCELLED takes back, and these lines themselves
 * @param rejected lines that no rule lets in
 * @param rejectedByReason only reasons that occurred
 * @param lastDay the last day of a line taken in or anonymous; null where none exists
 */
public record FileLineCounts(
        long linesRead,
        long takenIn,
        long anonymous,
        long repeated,
        long cancelled,
        long rejected,
        SortedMap<RejectionReason, Long> rejectedByReason,
        @Nullable LocalDate lastDay) {

    public FileLineCounts {
        if (linesRead != takenIn + anonymous + repeated + cancelled + rejected) {
            throw new IllegalArgumentException(
                    "lines read must be taken in + anonymous + repeated + cancelled + rejected; was " + linesRead
                            + " of " + takenIn + " + " + anonymous + " + " + repeated + " + " + cancelled + " + "
                            + rejected);
        }
        rejectedByReason = Collections.unmodifiableSortedMap(new TreeMap<>(rejectedByReason));
    }
}
