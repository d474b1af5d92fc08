package io.allegiance.platform.load;

/** What a bulk load does with a row whose key is there already. */
public enum OnDuplicateKey {
    /** The load fails. */
    REFUSE,
    /** The new row takes the old one's place; the statement says {@code REPLACE}. */
    REPLACE,
    /** The old row stays; the statement says {@code IGNORE}. */
    SKIP
}
