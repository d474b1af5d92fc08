package io.allegiance.intake.feed;

import io.allegiance.intake.line.RejectedLineException;
import io.allegiance.intake.line.TransactionLine;

/** Numbers duplicate lines of a file from 1: the number is part of the generated key of a line without one. */
public interface Occurrences {

    /**
     * @param hash of the line's content
     * @throws RejectedLineException where the number cannot be known
     */
    int occurrence(TransactionLine line, ContentHash hash, long lineNumber) throws RejectedLineException;
}
