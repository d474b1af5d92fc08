package io.allegiance.cli.text;

import io.allegiance.wording.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passes on text in which no character is left that a terminal would obey, whatever a file, a file name or the database holds. The program's
 * own colours are kept: they begin with half of a pair of surrogates, which no text in UTF-8 holds.
 */
public final class PrintableWriter extends Writer {

    private static final String ESCAPE = "\u001b";
    private static final String OWN = "\uD800";

    /** With the end that picocli adds to each style. */
    private static final Pattern SEQUENCE = Pattern.compile(OWN + "(\\[[0-9;]+m)(?:" + ESCAPE + "\\[0m)?");

    private final Writer out;

    private PrintableWriter(Writer out) {
        this.out = out;
    }

    /** Returns a writer of text that ends up in another one, which is flushed at each end of a line. */
    public static PrintWriter of(Writer out) {
        return new PrintWriter(new PrintableWriter(out), true);
    }

    /** Returns the beginning of a colour or a style, such as {@code [1m}, as this writer knows it. */
    public static String own(String sequence) {
        return OWN + sequence;
    }

    /** Returns the end of all colours and styles. */
    public static String plain() {
        return own("[0m");
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        out.write(reveal(new String(text, from, length)));
    }

    private static String reveal(String text) {
        StringBuilder shown = new StringBuilder();
        Matcher sequence = SEQUENCE.matcher(text);
        int end = 0;
        while (sequence.find()) {
            shown.append(Printable.lines(text.substring(end, sequence.start())))
                    .append(ESCAPE)
                    .append(sequence.group(1));
            end = sequence.end();
        }
        return shown.append(Printable.lines(text.substring(end))).toString();
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
