package io.allegiance.cli.text;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One customer's score as text: a line for each column. */
public final class ScoreText {

    private ScoreText() {}

    public static void print(Map<String, @Nullable Object> columns, PrintWriter out) {
        columns.forEach((name, value) -> out.printf(Locale.ROOT, "%-20s %s%n", name, value == null ? "" : value));
    }
}
