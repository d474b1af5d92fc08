package io.allegiance.cli.text;

import java.io.IOException;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Folds lines that are longer than a width, at words. What is folded is indented by two more than its line, or begins below the
 * text that follows a label. A word that is longer than the width is kept whole, so that it can be copied.
 */
final class FoldingWriter extends Writer {

    private static final int MORE_INDENT = 2;
    private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern INDENT = Pattern.compile("\\s*");
    /** A label of up to two words, and at least two spaces. */
    private static final Pattern LABEL = Pattern.compile("\\s*\\S+(?: \\S+)? {2,}(?=\\S)");

    private final Writer out;
    private final int columns;
    private final StringBuilder line = new StringBuilder();

    FoldingWriter(Writer out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            if (text[i] == '\n') {
                out.write(fold(line.toString(), columns) + "\n");
                line.setLength(0);
            } else {
                line.append(text[i]);
            }
        }
    }

    /** A line that has not ended is kept back, because its end decides where it is folded. */
    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (line.length() > 0) {
            out.write(fold(line.toString(), columns));
            line.setLength(0);
        }
        out.flush();
    }

    /** Folds one line. */
    static String fold(String line, int columns) {
        if (width(line) <= columns) {
            return line;
        }
        String hanging = " ".repeat(hangingIndent(line, columns));
        StringBuilder folded = new StringBuilder();
        int used = 0;
        for (String word : line.split("(?<=\\S)(?=\\s)")) {
            if (used > 0 && used + width(word) > columns) {
                folded.append('\n').append(hanging);
                used = hanging.length();
                word = word.strip();
            }
            folded.append(word);
            used += width(word);
        }
        return folded.toString();
    }

    private static int hangingIndent(String line, int columns) {
        Matcher label = LABEL.matcher(line);
        if (label.lookingAt() && width(label.group()) <= columns / 2) {
            return width(label.group());
        }
        Matcher indent = INDENT.matcher(line);
        return Math.min(indent.lookingAt() ? indent.end() + MORE_INDENT : MORE_INDENT, columns / 2);
    }

    /** The number of characters that are seen. */
    private static int width(String text) {
        String seen = SEQUENCE.matcher(text).replaceAll("");
        return seen.codePointCount(0, seen.length());
    }
}
