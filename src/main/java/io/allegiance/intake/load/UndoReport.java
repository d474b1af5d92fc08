package io.allegiance.intake.load;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.feed.Feed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the undo of an import took back, or would take back.
 *
 * @param importId the number of the import
 * @param fileName the name of its file, without folders
 * @param standing what of it is there and would go; null where it was taken back, which counts nothing beforehand
 * @param rows rows that were taken back by this command and by one before that was cut off; 0 for a dry run
 * @param days days that this command marked for the next night to read again; 0 for a dry run
 * @param rejectedClosed its quarantined lines that wait no more
 * @param reopened quarantined lines of earlier imports that it had closed, and that wait again
 * @param replaced earlier rows that it had replaced and that do not come back; null where that is not known
 * @param overlapping later imports that found lines which had landed before, in order; those may have been of this one
 */
public record UndoReport(
        long importId,
        ImportKind kind,
        String fileName,
        Feed.@Nullable Standing standing,
        long rows,
        int days,
        long rejectedClosed,
        long reopened,
        @Nullable Long replaced,
        List<Other> overlapping) {

    public UndoReport {
        overlapping = List.copyOf(overlapping);
    }

    /** Returns whether nothing was written. */
    public boolean isDryRun() {
        return standing != null;
    }

    /** Another import, by its number and the name of its file. */
    public record Other(long importId, String fileName) {}
}
