package io.allegiance.platform.load;

import io.allegiance.platform.database.DatabaseFailures;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes many rows by {@code LOAD DATA LOCAL INFILE} from memory, in the caller's transaction, and never lets
 * one be lost or bent without saying so.
 */
public final class BulkLoader {

    /*
     * LOCAL makes the server forgive everything: a duplicate is skipped, a number that does not fit is cut, a date that
     * is none becomes zero, all as mere warnings. So each load is compared with what was sent: the count of rows taken,
     * and the count of warnings, of which only the skipped duplicates may have one each.
     */

    private static final Logger LOG = LoggerFactory.getLogger(BulkLoader.class);

    /** MySQL: disabled at the server, at the client; MariaDB: not allowed, and its older number. */
    private static final Set<Integer> LOCAL_REFUSED = Set.of(3948, 3950, 4166, 1148);

    private final AtomicBoolean said = new AtomicBoolean();

    /** Begins a load into the current transaction of a connection. */
    public BulkLoad into(Connection connection, BulkStatement statement) {
        return new BulkLoad(this, connection, statement);
    }

    long write(Connection connection, BulkStatement statement, RowBuffer rows) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("a bulk load needs a transaction, or a part of it could stay behind");
        }
        try {
            return stream(connection, statement, rows);
        } catch (SQLException e) {
            if (!LOCAL_REFUSED.contains(e.getErrorCode())) {
                throw DatabaseFailures.withoutValues(e);
            }
        }
        if (said.compareAndSet(false, true)) {
            LOG.warn("local_infile is off: using the slower inserts");
        }
        return new TupleInsert(connection, statement).write(rows);
    }

    private static long stream(Connection connection, BulkStatement statement, RowBuffer rows) throws SQLException {
        long taken =
                LocalInfile.load(connection, statement.load(), new ByteArrayInputStream(rows.bytes(), 0, rows.size()));
        return LoadCheck.of(connection, statement.duplicates()).check(rows.rows(), taken);
    }
}
