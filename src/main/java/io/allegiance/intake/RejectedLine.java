package io.allegiance.intake;

/**
 * A refused line as it is quarantined.
 *
 * @param ids what it tells of its key
 * @param text the hash of its kind, header and text
 */
record RejectedLine(CsvLine source, Rejection rejection, LineIds ids, ContentHash text) {}
