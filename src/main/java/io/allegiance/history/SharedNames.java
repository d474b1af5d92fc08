package io.allegiance.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives equal names as one object, because a chunk holds the names of the categories of thousands of customers. Holds the names and
 * the lists that came last. For one thread.
 */
public final class SharedNames {

    private static final int MOST_NAMES = 100_000;
    private static final int MOST_LISTS = 10_000;

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();

    String share(String name) {
        if (names.size() == MOST_NAMES) {
            names.clear();
        }
        String known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }

    /** Splits names that were joined; none for null and for an empty text. */
    public List<String> split(@Nullable String joined, char separator) {
        if (joined == null || joined.isEmpty()) {
            return List.of();
        }
        List<String> known = lists.get(joined);
        if (known == null) {
            known = splitAndShare(joined, separator);
            if (lists.size() == MOST_LISTS) {
                lists.clear();
            }
            lists.put(joined, known);
        }
        return known;
    }

    private List<String> splitAndShare(String joined, char separator) {
        List<String> split = new ArrayList<>();
        int from = 0;
        for (int to = joined.indexOf(separator); to >= 0; to = joined.indexOf(separator, from)) {
            split.add(share(joined.substring(from, to)));
            from = to + 1;
        }
        split.add(share(joined.substring(from)));
        return List.copyOf(split);
    }
}
