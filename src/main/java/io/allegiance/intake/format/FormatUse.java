package io.allegiance.intake.format;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a file was taken for, and which of its rows gave no line.
 *
 * @param name of the format
 * @param hash of the format's text; null for our own format
 * @param rows records of the file, header and blank lines left out
 * @param leftOut rows left out, by the name of the rule; only rules that left out any
 */
public record FormatUse(String name, @Nullable String hash, long rows, SortedMap<String, Long> leftOut) {

    /** Our own format, nothing read yet. */
    public static final FormatUse OWN = new FormatUse(FileFormat.OWN, null, 0, new TreeMap<>());

    public FormatUse {
        SortedMap<String, Long> some = new TreeMap<>(leftOut);
        some.values().removeIf(count -> count == 0);
        leftOut = Collections.unmodifiableSortedMap(some);
    }

    /** Returns how many rows were left out. */
    public long leftOutRows() {
        return leftOut.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns whether it is our own format. */
    public boolean isOwn() {
        return hash == null;
    }
}
