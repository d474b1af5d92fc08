package io.allegiance.doctor;

import java.util.Locale;

/** A right on a table or view. */
record TableRight(Verb verb, String table) implements Comparable<TableRight> {

    /** The operation. */
    enum Verb {
        SELECT,
        INSERT,
        UPDATE,
        DELETE,
        DROP
    }

    @Override
    public int compareTo(TableRight other) {
        int order = table.compareTo(other.table);
        return order != 0 ? order : verb.compareTo(other.verb);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s on %s", verb, table);
    }
}
