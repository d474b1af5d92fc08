package io.allegiance.platform.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the rows of streamed results: through the internals of Connector/J where they are as this program expects them, else
 * through JDBC. The first result decides before a row of it was read; one that decides for JDBC does so for all later ones, with one
 * warning.
 */
final class StreamedRows {

    private static final Logger LOG = LoggerFactory.getLogger(StreamedRows.class);

    private final Opener internals;
    private final AtomicBoolean plainJdbc;

    StreamedRows(boolean plainJdbc) {
        // A lambda, because a method reference might link the driver's classes here.
        this(result -> ConnectorRow.open(result), plainJdbc);
    }

    StreamedRows(Opener internals, boolean plainJdbc) {
        this.internals = internals;
        this.plainJdbc = new AtomicBoolean(plainJdbc);
    }

    /** Opens the rows of a result of which none was read yet. */
    StreamedRow open(ResultSet result) throws SQLException {
        if (!plainJdbc.get()) {
            try {
                return internals.open(result);
            } catch (LinkageError | ClassCastException e) {
                fallBack(e);
            }
        }
        return new JdbcColumns(result);
    }

    private void fallBack(Throwable reason) {
        if (plainJdbc.compareAndSet(false, true)) {
            LOG.warn(
                    "rows are read through plain JDBC, which is slower: the driver is not the Connector/J that comes with the"
                            + " program ({}); use that one, or set allegiance.streams.plain-jdbc to true",
                    reason.toString());
        }
    }

    /** Opens the rows of a result in one way. */
    @FunctionalInterface
    interface Opener {

        StreamedRow open(ResultSet result) throws SQLException;
    }
}
