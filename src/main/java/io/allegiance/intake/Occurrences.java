package io.allegiance.intake;

/** Numbers the lines of a file that say the same, from 1: the number is part of the key of a line that brings none. */
interface Occurrences {

    /**
     * @param hash of what the line says
     * @throws RejectedLineException where the number cannot be known
     */
    int occurrence(TransactionLine line, ContentHash hash, long lineNumber) throws RejectedLineException;
}
