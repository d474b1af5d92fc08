package io.allegiance.intake.format;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the name that somebody meant who mistyped it. */
public final class NearestName {

    private NearestName() {}

    /** Returns {@code "; did you mean 'x'?"}, or nothing where no name is near. */
    public static String hint(String typed, Collection<String> names) {
        return find(typed, names)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("");
    }

    /** Finds the name that is nearest; empty where none is near. */
    public static Optional<String> find(String typed, Collection<String> names) {
        @Nullable String nearest = null;
        int least = Math.max(2, typed.length() / 3) + 1;
        for (String name : names) {
            int distance = nearness(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                nearest = name;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** The edits that lead to the name, or to its beginning where only that was typed. */
    private static int nearness(String typed, String name) {
        String beginning = name.substring(0, Math.min(name.length(), typed.length() + 1));
        return Math.min(distance(typed, name), 1 + distance(typed, beginning));
    }

    /** The edits of one letter that lead from one text to the other. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
