package io.allegiance.cli.text;

import io.allegiance.wording.Counted;
import io.allegiance.wording.Printable;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One customer's score as text: a line for each column. */
public final class ScoreText {

    private static final String LINE = "%-20s %s%n";

    private ScoreText() {}

    public static void print(Map<String, @Nullable Object> columns, PrintWriter out) {
        columns.forEach((name, value) ->
                out.printf(Locale.ROOT, LINE, name, value == null ? "" : Printable.of(value.toString())));
    }

    private static String days(@Nullable Object number) {
        return number instanceof Number days ? Counted.of(days.longValue(), "day") : number + " days";
    }

    /** Prints a score over each further horizon, a line each: {@code over 30 days  churn_probability 0.8, ...}. */
    public static void printHorizons(List<Map<String, @Nullable Object>> horizons, PrintWriter out) {
        horizons.forEach(columns -> out.printf(
                Locale.ROOT,
                LINE,
                "over " + days(columns.get("horizon_days")),
                Stream.of("churn_probability", "expected_purchases", "expected_value")
                        .map(name -> name + " " + (columns.get(name) == null ? "unknown" : columns.get(name)))
                        .collect(Collectors.joining(", "))));
    }
}
