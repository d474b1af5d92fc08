package io.allegiance.intake.feed;

import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.line.Rejection;

/**
 * A refused line as it is quarantined.
 *
 * @param ids what it tells of its key
 * @param text the hash of its kind, header and text
 */
public record RejectedLine(CsvLine source, Rejection rejection, NaturalKey ids, ContentHash text) {}
