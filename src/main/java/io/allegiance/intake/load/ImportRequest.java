package io.allegiance.intake.load;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.InputFile;
import io.allegiance.intake.format.FormatChoice;
import java.nio.file.Path;

/**
 * A file to land.
 *
 * @param replace whether the file replaces what landed before: for transactions the whole transaction
 * @param format decides the format of the file
 */
public record ImportRequest(ImportKind kind, InputFile input, boolean replace, FormatChoice format) {

    /** A file in our own format, of which nothing is given but where it is. */
    public ImportRequest(ImportKind kind, Path file, boolean replace) {
        this(kind, InputFile.of(file), replace, FormatChoice.OWN);
    }

    /** Where the file is. */
    public Path file() {
        return input.path();
    }
}
