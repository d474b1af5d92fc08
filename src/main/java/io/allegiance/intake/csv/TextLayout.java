package io.allegiance.intake.csv;

import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a file is written, as far as that is given; what is not given is found in the file.
 *
 * @param delimiter parts the fields; null to find comma, semicolon, tab or | in the header
 * @param charset the encoding; null for UTF-8, or UTF-16 where the file shows it. A mark of byte order at the beginning
 *     of the file wins
 */
public record TextLayout(
        @Nullable Character delimiter, @Nullable Charset charset) {

    /** Nothing is given. */
    public static final TextLayout FOUND = new TextLayout(null, null);

    /** @throws IllegalArgumentException when the delimiter is a letter, a digit, or cannot part fields for another reason */
    public TextLayout {
        if (delimiter != null && !canPart(delimiter)) {
            throw new IllegalArgumentException("a delimiter is one character such as ; or a tab, and no letter, digit,"
                    + " quote, dot or hyphen; was '" + delimiter + "'");
        }
    }

    private static boolean canPart(char c) {
        return c == '\t' || c > ' ' && c < 0x7f && "\"'.-_".indexOf(c) < 0 && !Character.isLetterOrDigit(c);
    }

    public Optional<Character> findDelimiter() {
        return Optional.ofNullable(delimiter);
    }

    public Optional<Charset> findCharset() {
        return Optional.ofNullable(charset);
    }
}
