package io.allegiance.intake.feed;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.line.RejectedLineException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;

/**
 * Reads and lands one kind of file.
 *
 * @param <L> a line in its normal form
 */
public interface Feed<L> {

    /** An import in the making. */
    record Landing(long importId, boolean replace) {}

    /**
     * The outcome of a chunk. A line that is neither landed nor in conflict had landed before.
     *
     * @param replaced earlier lines that were replaced
     * @param conflicts places in the chunk
     */
    record Landed(long landed, long replaced, BitSet conflicts) {}

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

    /** Adds a line to what the lines of its file are about. */
    default void describe(L line, FileContent.Counter content) {
        content.addDay(day(line));
    }

    /** Lands a chunk inside the transaction of the caller. */
    Landed land(List<L> chunk, Landing landing);
}
