package io.allegiance.platform.read;

import java.sql.SQLException;

/** Makes something of a row. */
@FunctionalInterface
public interface RowReader<T> {

    /** Reads the columns, which are valid until this returns. */
    T read(Columns row) throws SQLException;
}
