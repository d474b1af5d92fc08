package io.allegiance.cli.option;

import io.allegiance.intake.csv.TextLayout;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How the text of a file is written, where the file does not show it: {@code --delimiter} and {@code --encoding}. */
public final class LayoutOptions {

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            converter = DelimiterConverter.class,
            description = "what parts the fields: comma, semicolon, tab, pipe or a character; found in the header"
                    + " unless given")
    private @Nullable Character delimiter;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            converter = EncodingConverter.class,
            description = "the encoding of the text, such as windows-1252; UTF-8, or UTF-16 where the file shows it,"
                    + " unless given")
    private @Nullable Charset encoding;

    /** Returns what was given. */
    public TextLayout layout() {
        return new TextLayout(delimiter, encoding);
    }

    /** Reads a delimiter's name or the character itself. */
    static final class DelimiterConverter implements ITypeConverter<Character> {

        @Override
        public Character convert(String text) {
            char delimiter = named(text);
            try {
                new TextLayout(delimiter, null).findDelimiter();
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
            return delimiter;
        }

        private static char named(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "comma" -> ',';
                case "semicolon" -> ';';
                case "tab", "\\t" -> '\t';
                case "pipe" -> '|';
                default -> {
                    if (text.length() != 1) {
                        throw new TypeConversionException(
                                "it is comma, semicolon, tab, pipe or one character; was '" + text + "'");
                    }
                    yield text.charAt(0);
                }
            };
        }
    }

    /** Reads the name of an encoding. */
    static final class EncodingConverter implements ITypeConverter<Charset> {

        @Override
        public Charset convert(String text) {
            try {
                return Charset.forName(text);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw new TypeConversionException("no encoding has the name '" + text
                        + "'; usual ones are utf-8, utf-16, windows-1252 and iso-8859-15");
            }
        }
    }
}
