package io.allegiance.platform.read;

import java.sql.SQLException;

/** The rows of a streamed result one after the other: the columns are those of the row that {@link #next()} went to. */
interface StreamedRow extends Columns {

    /** Advances to the next row; false at the end. */
    boolean next() throws SQLException;
}
