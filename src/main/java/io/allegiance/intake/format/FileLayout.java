package io.allegiance.intake.format;

import io.allegiance.intake.csv.TextLayout;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a file is laid out, as far as a format says it.
 *
 * @param delimiter what parts the fields; null where the file itself tells
 * @param encoding name of the character encoding; null where the file itself tells
 */
public record FileLayout(
        @Nullable Character delimiter, @Nullable String encoding) {

    /** Nothing is said: the file itself tells. */
    public static final FileLayout OF_THE_FILE = new FileLayout(null, null);

    /** The same, where nothing else is given of a file. */
    FileLayout with(TextLayout given) {
        return new FileLayout(
                given.findDelimiter().orElse(delimiter),
                given.findCharset().map(Charset::name).orElse(encoding));
    }

    /** Completes what is given of a file by what this says. */
    TextLayout toTextLayout(TextLayout given) {
        FileLayout both = with(given);
        return new TextLayout(both.delimiter, both.encoding == null ? null : Charset.forName(both.encoding));
    }
}
