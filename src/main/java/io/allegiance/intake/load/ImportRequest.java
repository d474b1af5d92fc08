package io.allegiance.intake.load;

import io.allegiance.intake.csv.ImportKind;
import java.nio.file.Path;

/**
 * A file to land.
 *
 * @param replace whether the file replaces what landed before: for transactions the whole transaction
 */
public record ImportRequest(ImportKind kind, Path file, boolean replace) {}
