package io.allegiance.platform.read;

import java.sql.SQLException;

/** Maps a row to a value. */
@FunctionalInterface
public interface RowReader<T> {

    /** Reads the columns, which are valid until this returns. */
    T read(Columns row) throws SQLException;
}
