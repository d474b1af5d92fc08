package io.allegiance.platform.read;

import org.jspecify.annotations.Nullable;

/** A started stream of rows that can be looked at before they are taken. */
public final class RowCursor<T> implements AutoCloseable {

    private final RowStream rows;
    private final RowReader<T> reader;
    private @Nullable T ahead;

    public RowCursor(RowStream rows, RowReader<T> reader) {
        this.rows = rows;
        this.reader = reader;
        this.ahead = rows.read(reader);
    }

    /** Returns the next row; null at the end. */
    public @Nullable T peek() {
        return ahead;
    }

    /** Advances past that row. */
    public void advance() {
        ahead = rows.read(reader);
    }

    @Override
    public void close() {
        rows.close();
    }
}
