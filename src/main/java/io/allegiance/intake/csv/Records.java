package io.allegiance.intake.csv;

import java.io.Closeable;
import java.util.Optional;

/** The records of a file in their order, whatever it is stored as. */
interface Records extends Closeable {

    /** Returns the next record that is not blank; empty at the end. */
    Optional<CsvLine> next();

    /** The share of the file that was read, 0 to 1. */
    double share();

    FileForm form();
}
