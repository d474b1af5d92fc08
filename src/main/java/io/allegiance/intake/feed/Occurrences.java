package io.allegiance.intake.feed;

import io.allegiance.intake.line.RejectedLineException;
import io.allegiance.intake.line.TransactionLine;

/** Numbers the lines of a file that say the same, from 1: the number is part of the key of a line that brings none. */
public interface Occurrences {

    /**
     * @param hash of what the line says
     * @throws RejectedLineException where the number cannot be known
     */
    int occurrence(TransactionLine line, ContentHash hash, long lineNumber) throws RejectedLineException;
}
