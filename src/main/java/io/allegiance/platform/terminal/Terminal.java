package io.allegiance.platform.terminal;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the program's outputs are connected to. The launcher finds it out, because Java cannot tell one output from the other.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is one
 * @param columns its width in characters, 20 or more; 80 where it is unknown or absurd
 * @param ansi whether it understands escape sequences
 * @param colour whether it may be sent colours: it understands them, and nobody asked for none
 */
public record Terminal(boolean out, boolean err, int columns, boolean ansi, boolean colour) {

    /** The width where nobody knows it. */
    public static final int USUAL_COLUMNS = 80;

    /** No terminal: pipes and files. */
    public static final Terminal NONE = new Terminal(false, false, USUAL_COLUMNS, false, false);

    private static final String PREFIX = "allegiance.terminal.";
    private static final int FEWEST_COLUMNS = 20;

    /** Returns the terminal of this process. */
    public static Terminal ofProcess() {
        return of(System::getProperty, System::getenv);
    }

    /**
     * Returns the terminal that properties and environment describe. {@code NO_COLOR} with any value, and a {@code TERM} that is
     * {@code dumb} or missing, switch colours off.
     *
     * @param property finds a system property that the launcher has set; null for none
     * @param environment finds a variable; null for none
     */
    public static Terminal of(
            Function<String, @Nullable String> property, Function<String, @Nullable String> environment) {
        boolean out = "true".equals(property.apply(PREFIX + "stdout"));
        boolean err = "true".equals(property.apply(PREFIX + "stderr"));
        if (!out && !err) {
            return NONE;
        }
        String term = orBlank(environment.apply("TERM"));
        boolean ansi = !term.isEmpty() && !term.equals("dumb");
        boolean colour = ansi && orBlank(environment.apply("NO_COLOR")).isEmpty();
        return new Terminal(out, err, parseColumns(orBlank(property.apply(PREFIX + "columns"))), ansi, colour);
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static int parseColumns(String text) {
        if (!text.matches("[0-9]{1,5}")) {
            return USUAL_COLUMNS;
        }
        int columns = Integer.parseInt(text);
        return columns < FEWEST_COLUMNS ? USUAL_COLUMNS : columns;
    }

    /** Returns whether standard error can show one line of progress that is rewritten in place. */
    public boolean canRewrite() {
        return err && ansi;
    }
}
