package io.allegiance.doctor;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A right on a table or view.
 *
 * @param column the one column that it is needed on; null for all of the table
 */
record TableRight(Verb verb, String table, @Nullable String column) implements Comparable<TableRight> {

    private static final Comparator<TableRight> ORDER = Comparator.comparing(TableRight::table)
            .thenComparing(TableRight::verb)
            .thenComparing(TableRight::column, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** The operation. */
    enum Verb {
        SELECT,
        INSERT,
        UPDATE,
        DELETE,
        DROP
    }

    /** A right on all of a table. */
    TableRight(Verb verb, String table) {
        this(verb, table, null);
    }

    @Override
    public int compareTo(TableRight other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s%s on %s", verb, column == null ? "" : " (" + column + ")", table);
    }
}
