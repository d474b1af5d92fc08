package io.allegiance.cli.text;

import io.allegiance.platform.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Standard output. No character of it is one that a terminal obeys ({@link PrintableWriter}). On a terminal, lines are folded at words to its width, and words may stand out where it has colours. Where
 * the output is no terminal, the text is not folded and has no colours.
 */
public final class Screen extends PrintWriter {

    /** How many columns there are where nothing is folded. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    private static final String STRONG = PrintableWriter.own("[1;31m");
    private static final String PLAIN = PrintableWriter.plain();

    private final Terminal terminal;
    private final PrintWriter unfolded;

    private Screen(PrintWriter folding, PrintWriter unfolded, Terminal terminal) {
        super(folding, true);
        this.terminal = terminal;
        this.unfolded = unfolded;
    }

    /**
     * Returns a writer for text that goes to another one.
     *
     * @param beforeText is written before each piece of text: what clears the line of progress
     */
    public static PrintWriter of(PrintWriter out, Terminal terminal, Runnable beforeText) {
        if (!terminal.out()) {
            return PrintableWriter.of(out);
        }
        PrintWriter cleared = new PrintWriter(new PreparedWriter(out, beforeText), true);
        return new Screen(
                PrintableWriter.of(new FoldingWriter(cleared, terminal.columns())),
                PrintableWriter.of(cleared),
                terminal);
    }

    /** Writes what is left of a line that has not ended; the last call for a writer. */
    public static void finish(PrintWriter out) {
        if (out instanceof Screen screen) {
            screen.close();
        } else {
            out.flush();
        }
    }

    /** Returns the writer for text that must not be folded, such as JSON. */
    public static PrintWriter unfolded(PrintWriter out) {
        return out instanceof Screen screen ? screen.unfolded : out;
    }

    /** Returns the width that text may have; {@link #UNLIMITED} where it is not shown on a terminal. */
    static int columns(PrintWriter out) {
        return out instanceof Screen screen ? screen.terminal.columns() : UNLIMITED;
    }

    /** Makes words stand out where there are colours. */
    public static String strong(PrintWriter out, @Nullable Object words) {
        boolean isColoured = out instanceof Screen screen && screen.terminal.colour();
        return isColoured ? STRONG + words + PLAIN : String.valueOf(words);
    }

    /** Calls something before each piece of text. */
    private static final class PreparedWriter extends Writer {

        private final PrintWriter out;
        private final Runnable beforeText;

        PreparedWriter(PrintWriter out, Runnable beforeText) {
            this.out = out;
            this.beforeText = beforeText;
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            beforeText.run();
            out.write(text, from, length);
        }

        @Override
        public void flush() {
            out.flush();
        }

        @Override
        public void close() {
            out.close();
        }
    }
}
