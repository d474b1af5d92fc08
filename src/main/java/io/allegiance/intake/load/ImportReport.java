package io.allegiance.intake.load;

import io.allegiance.intake.feed.FileContent;
import io.allegiance.intake.format.FormatUse;
import io.allegiance.intake.line.RejectionReason;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts of the lines of a file: lines read = landed + already landed + cancelled + rejected.
 *
 * @param linesRead lines of our own format; in that format the records of the file, header and blank lines left out
 * @param alreadyLanded lines whose key was there with the same content
 * @param cancelled lines of transactions that a line of type CANCELLED took back, in this file or an earlier one
 * @param rejectedByReason only reasons that occurred
 * @param replaced with {@code --replace}, earlier lines that were replaced
 * @param withdrawn lines of earlier imports that count no more, because this file cancelled their transaction
 * @param futureLines lines that were not rejected and are about a day after today; they wait for their night
 * @param closed lines that earlier imports had refused, and that wait no more
 * @param ignoredColumns header names that mean nothing here
 * @param use what the file was taken for, and the rows that gave no line; complete once the file was read whole
 * @param content what the lines are about that were not rejected
 * @param examples the first rejected line of each reason that occurred
 */
public record ImportReport(
        long importId,
        long linesRead,
        long landed,
        long alreadyLanded,
        long cancelled,
        long rejected,
        SortedMap<RejectionReason, Long> rejectedByReason,
        long replaced,
        long withdrawn,
        long futureLines,
        long closed,
        List<String> ignoredColumns,
        FormatUse use,
        FileContent content,
        SortedMap<RejectionReason, RefusedExample> examples) {

    public ImportReport {
        if (linesRead != landed + alreadyLanded + cancelled + rejected) {
            throw new IllegalArgumentException("lines read must be landed + already landed + cancelled + rejected; was "
                    + linesRead + " of " + landed + " + " + alreadyLanded + " + " + cancelled + " + " + rejected);
        }
        rejectedByReason = Collections.unmodifiableSortedMap(new TreeMap<>(rejectedByReason));
        ignoredColumns = List.copyOf(ignoredColumns);
        examples = Collections.unmodifiableSortedMap(new TreeMap<>(examples));
    }
}
