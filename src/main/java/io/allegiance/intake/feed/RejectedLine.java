package io.allegiance.intake.feed;

import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.line.Rejection;

/**
 * A rejected line as it is quarantined.
 *
 * @param ids its key, as far as it is known
 * @param text the hash of its kind, header and text
 */
public record RejectedLine(CsvLine source, Rejection rejection, NaturalKey ids, ContentHash text) {}
