package io.allegiance.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** A started stream of rows that can be looked at before they are taken. */
public final class RowCursor<T> implements AutoCloseable {

    private final RowStream rows;
    private final RowMapper<T> mapper;
    private @Nullable T ahead;

    public RowCursor(RowStream rows, RowMapper<T> mapper) {
        this.rows = rows;
        this.mapper = mapper;
        this.ahead = rows.next(mapper);
    }

    /** The next row; null when there are no more. */
    public @Nullable T peek() {
        return ahead;
    }

    /** Takes that row, so that the one behind it comes next. */
    public void advance() {
        ahead = rows.next(mapper);
    }

    @Override
    public void close() {
        rows.close();
    }
}
