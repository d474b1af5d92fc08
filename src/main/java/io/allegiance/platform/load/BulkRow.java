package io.allegiance.platform.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A row in the form in which it goes into a table: small, so that many can wait for the end of their chunk. */
public final class BulkRow {

    private final byte[] bytes;

    private BulkRow(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BulkRow row && Arrays.equals(bytes, row.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
    }

    /** Creates rows of one table, values in the order of the statement's columns. Not for use by several threads. */
    public static final class Maker extends RowValues<Maker> {

        @Override
        Maker self() {
            return this;
        }

        /** Ends the row, and gives it. */
        public BulkRow endRow() {
            rows.endRow();
            BulkRow row = new BulkRow(Arrays.copyOf(rows.bytes(), rows.size()));
            rows.clear();
            return row;
        }
    }
}
