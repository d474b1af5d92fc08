package io.allegiance.intake.format;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one of our columns is filled: a source, and what is done to its text.
 *
 * @param source where the value comes from
 * @param values what to write for a text of the vendor's, in lower case; empty where the text stays
 * @param other what to write for a text that {@code values} does not have; null to pass the text on
 * @param lowerCase whether the text is written in lower case
 * @param shorten whether a text of more than 64 characters is cut, with a hash of all of it at its end
 * @param keyVariable the environment variable with the key of a keyed hash that replaces the text; null for no hash
 */
public record ColumnMapping(
        Source source,
        Map<String, String> values,
        @Nullable String other,
        boolean lowerCase,
        boolean shorten,
        @Nullable String keyVariable) {

    public ColumnMapping {
        values = Map.copyOf(values);
    }

    /** A source whose text stays as it is. */
    public static ColumnMapping of(Source source) {
        return new ColumnMapping(source, Map.of(), null, false, false, null);
    }

    /** Returns whether the text is written as it comes. */
    boolean isPlain() {
        return values.isEmpty() && other == null && !lowerCase && !shorten && keyVariable == null;
    }

    /** Says it in words, for a person. */
    public String describe() {
        return source.describe()
                + (values.isEmpty() ? "" : ", translated")
                + (lowerCase ? ", in lower case" : "")
                + (shorten ? ", shortened to 64 characters" : "")
                + (keyVariable == null ? "" : ", hashed with the key in " + keyVariable);
    }
}
