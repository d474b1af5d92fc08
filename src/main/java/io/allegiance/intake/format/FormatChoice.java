package io.allegiance.intake.format;

import io.allegiance.failure.UsageException;
import java.util.Optional;

/** Decides what format a file has. */
@FunctionalInterface
public interface FormatChoice {

    /** Every file has our own format. */
    FormatChoice OWN = (columns, file) -> Optional.empty();

    /**
     * Chooses the format of a file.
     *
     * @param columns of its header
     * @param file its name for messages
     * @return empty for our own format
     * @throws UsageException when none fits, or several do
     */
    Optional<FileFormat> choose(VendorColumns columns, String file);

    /** How the file is laid out, as far as it is known before it is opened. */
    default FileLayout layout() {
        return FileLayout.OF_THE_FILE;
    }
}
