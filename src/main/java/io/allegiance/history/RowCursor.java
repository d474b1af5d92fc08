package io.allegiance.history;

import io.allegiance.platform.RowStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** A started stream of rows that can be looked at before they are taken. */
final class RowCursor<T> implements AutoCloseable {

    private final RowStream rows;
    private final RowMapper<T> mapper;
    private @Nullable T ahead;

    RowCursor(RowStream rows, RowMapper<T> mapper) {
        this.rows = rows;
        this.mapper = mapper;
        this.ahead = rows.next(mapper);
    }

    /** The next row; null when there are no more. */
    @Nullable
    T peek() {
        return ahead;
    }

    void advance() {
        ahead = rows.next(mapper);
    }

    @Override
    public void close() {
        rows.close();
    }
}
