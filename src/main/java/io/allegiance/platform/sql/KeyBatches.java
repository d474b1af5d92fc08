package io.allegiance.platform.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;

/** Cuts long lists of keys into batches that fit into one statement each, in their order. */
public final class KeyBatches {

    /** Keys in one statement: few enough for its length and its locks, enough to make round trips cheap. */
    private static final int KEYS = 500;

    private KeyBatches() {}

    /** Cuts into batches of the usual size; no keys give no batch. */
    public static <T> List<List<T>> of(List<T> keys) {
        return of(keys, KEYS);
    }

    /**
     * Cuts into batches of a size; the last one may be shorter.
     *
     * @return views of the list
     */
    public static <T> List<List<T>> of(List<T> keys, int size) {
        List<List<T>> batches = new ArrayList<>();
        for (int start = 0; start < keys.size(); start += size) {
            batches.add(keys.subList(start, Math.min(start + size, keys.size())));
        }
        return Collections.unmodifiableList(batches);
    }

    /** Adds up what a statement gives for each batch of the usual size, such as its rows. */
    public static <T> long sum(List<T> keys, ToLongFunction<List<T>> statement) {
        return of(keys).stream().mapToLong(statement).sum();
    }
}
