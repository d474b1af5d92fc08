package io.allegiance.intake.feed;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.line.RejectedLineException;
import io.allegiance.intake.line.RejectionReason;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Reads and lands one kind of file.
 *
 * @param <L> a line in its normal form
 */
public interface Feed<L> {

    /** An import in the making. */
    record Landing(long importId, boolean replace) {}

    /**
     * The outcome of a chunk. A line that is neither landed nor cancelled nor in conflict had landed before.
     *
     * @param landed lines that landed, less those of earlier chunks of the import that this one cancelled
     * @param replaced earlier lines that were replaced
     * @param conflicts places in the chunk
     * @param cancelled lines of the import whose transaction is cancelled, those of earlier chunks that this one
     *     cancelled among them
     * @param withdrawn lines of earlier imports that count no more, because this chunk cancelled their transaction
     */
    record Landed(long landed, long replaced, BitSet conflicts, long cancelled, long withdrawn) {

        Landed(long landed, long replaced, BitSet conflicts) {
            this(landed, replaced, conflicts, 0, 0);
        }
    }

    /**
     * What an import landed and is still there.
     *
     * @param rows lines that count, or rows of a small feed
     * @param days of transactions, the days of these lines
     * @param cancelled lines that do not count, because their transaction is cancelled
     * @param cancellations transactions that it cancelled
     */
    record Standing(long rows, long days, long cancelled, long cancellations) {}

    ImportKind kind();

    /** The first pass: lines whose key depends on their equals in the file are added to them. */
    default void survey(LineFields fields, long lineNumber, DuplicateNumbering equals) throws RejectedLineException {}

    /** The second pass, in the order of the file. */
    L read(LineFields fields, long lineNumber, Occurrences equals) throws RejectedLineException;

    /** Returns a hash of the line's content; 0 where its key identifies it. */
    default long content(L line) {
        return 0;
    }

    /** By what a line is known again. */
    NaturalKey ids(L line);

    /** Returns the same for a rejected line, as far as it is known without parsing the rest of the line. */
    NaturalKey ids(LineFields fields) throws RejectedLineException;

    /** The day that the line is about. */
    LocalDate day(L line);

    /** Finds the day that the line is about; empty for one that is about no day, such as a cancellation. */
    default Optional<LocalDate> findDay(L line) {
        return Optional.of(day(line));
    }

    /**
     * Reads the same of a rejected line, whatever else is wrong with it.
     *
     * @throws RejectedLineException where its date cannot be read, and of the small feeds, whose lines count for no day
     */
    default LocalDate day(LineFields fields) throws RejectedLineException {
        throw new RejectedLineException(RejectionReason.MISSING_TIME, "no day");
    }

    /** By what a line of the table is the line of the file; the same for no two lines of a kind that can be in doubt. */
    default ContentHash identity(L line) {
        return new ContentHash(0, 0);
    }

    /** Returns whether it can be told which landed lines a line of an import with {@code --replace} replaces. */
    default boolean isReplacing(L line) {
        return true;
    }

    /**
     * Lists the lines of a chunk, by their places, that may say otherwise what other imports landed. Chunks come in the
     * order of the file, and none lands before it was asked about.
     */
    default SortedMap<Integer, Doubt> listDoubts(List<L> chunk, Landing landing) {
        return Collections.emptySortedMap();
    }

    /** Adds a line to what the lines of its file are about. */
    default void describe(L line, FileContent.Counter content) {
        content.addDay(day(line));
    }

    /** Lands a chunk inside the transaction of the caller. */
    Landed land(List<L> chunk, Landing landing);

    /** Counts what an undo would take back. */
    Standing count(long importId);

    /**
     * Takes back a part of what an import landed, inside the transaction of the caller, and has the next night look
     * again at what it touches.
     *
     * @return rows taken back; 0 when none is left
     */
    long undo(long importId);

    /** Returns how many days the undo had marked so far, for the next night to read again; 0 for a feed that has none. */
    default int countMarkedDays() {
        return 0;
    }
}
