package io.allegiance.platform.load;

/** The handling of a row whose key exists already in a bulk load. */
public enum OnDuplicateKey {
    /** The load fails. */
    REFUSE,
    /** The new row replaces the old one; the statement has {@code REPLACE}. */
    REPLACE,
    /** The old row stays; the statement has {@code IGNORE}. */
    SKIP
}
