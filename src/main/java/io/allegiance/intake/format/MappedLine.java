package io.allegiance.intake.format;

import io.allegiance.intake.csv.CsvLine;
import org.jspecify.annotations.Nullable;

/**
 * A line of our own format that a row of another gave.
 *
 * @param fault what is wrong with a row that could not be read and is passed on as it is, to be refused; else null
 */
record MappedLine(CsvLine line, @Nullable String fault) {}
