package io.allegiance.intake.load;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.InputFile;
import java.nio.file.Path;

/**
 * A file to land.
 *
 * @param replace whether the file replaces what landed before: for transactions the whole transaction
 */
public record ImportRequest(ImportKind kind, InputFile input, boolean replace) {

    /** A file of which nothing is given but where it is. */
    public ImportRequest(ImportKind kind, Path file, boolean replace) {
        this(kind, InputFile.of(file), replace);
    }

    /** Where the file is. */
    public Path file() {
        return input.path();
    }
}
