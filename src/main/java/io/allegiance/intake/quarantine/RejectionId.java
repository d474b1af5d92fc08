package io.allegiance.intake.quarantine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A refused line of a file, as {@code rejects} shows it: {@code IMPORT:LINE}; or all of an import: {@code IMPORT}.
 *
 * @param importId the number of the import
 * @param line the number of the line in its file; null for all lines of the import
 */
public record RejectionId(long importId, @Nullable Long line) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})(?::([0-9]{1,18}))?");

    /**
     * Reads what a person typed.
     *
     * @throws IllegalArgumentException where it is neither form
     */
    public static RejectionId parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "expected IMPORT:LINE or IMPORT, as 'allegiance rejects' shows them, but was '" + text + "'");
        }
        return new RejectionId(
                Long.parseLong(parts.group(1)), parts.group(2) == null ? null : Long.valueOf(parts.group(2)));
    }

    @Override
    public String toString() {
        return line == null ? String.valueOf(importId) : importId + ":" + line;
    }
}
