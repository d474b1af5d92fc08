package io.allegiance.intake.feed;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.line.RejectedLineException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;

/**
 * How one kind of file is read and landed.
 *
 * @param <L> a line in its normal form
 */
public interface Feed<L> {

    /** An import in the making. */
    record Landing(long importId, boolean replace) {}

    /**
     * What became of a chunk. A line that is neither landed nor in conflict was there already.
     *
     * @param replaced lines that stood before and gave way
     * @param conflicts places in the chunk
     */
    record Landed(long landed, long replaced, BitSet conflicts) {}

    ImportKind kind();

    /** The first pass: lines whose key depends on their equals in the file are added to them. */
    default void survey(LineFields fields, long lineNumber, DuplicateNumbering equals) throws RejectedLineException {}

    /** The second pass, in the order of the file. */
    L read(LineFields fields, long lineNumber, Occurrences equals) throws RejectedLineException;

    /** A hash of what a line says; 0 where its key is enough to know it. */
    default long content(L line) {
        return 0;
    }

    /** By what a line is known again. */
    NaturalKey ids(L line);

    /** The same of a line that is refused, as far as it can be told without reading the rest of it. */
    NaturalKey ids(LineFields fields) throws RejectedLineException;

    /** The day that the line is about. */
    LocalDate day(L line);

    /** Lands a chunk inside the transaction of the caller. */
    Landed land(List<L> chunk, Landing landing);
}
