package io.allegiance.intake.load;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.format.FormatChoice;
import java.nio.file.Path;

/**
 * A file to land.
 *
 * @param replace whether the file replaces what landed before: for transactions the whole transaction
 * @param format decides the format of the file
 */
public record ImportRequest(ImportKind kind, Path file, boolean replace, FormatChoice format) {

    /** A file in our own format. */
    public ImportRequest(ImportKind kind, Path file, boolean replace) {
        this(kind, file, replace, FormatChoice.OWN);
    }
}
