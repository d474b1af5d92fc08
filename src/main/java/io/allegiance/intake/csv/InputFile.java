package io.allegiance.intake.csv;

import io.allegiance.failure.UsageException;
import java.nio.file.Path;

/** A file to read, and how it is written. */
public record InputFile(Path path, TextLayout layout) {

    /** A file of which nothing is given but where it is. */
    public static InputFile of(Path path) {
        return new InputFile(path, TextLayout.FOUND);
    }

    /**
     * Opens the file; it can be opened again.
     *
     * @throws UsageException as {@link CsvFile#open(Path, TextLayout)}
     */
    public CsvFile open() {
        return CsvFile.open(path, layout);
    }
}
