package io.allegiance.platform.load;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Rows on their way into one table: values in the order of the statement's columns, {@link #endRow()} after each row,
 * {@link #flush()} at the end of the chunk. Between them the rows are sent whenever a few megabytes have come together,
 * so memory stays bounded. Not for use by several threads.
 *
 * <p>Any failure means that the transaction must be rolled back, which happens by letting the exception pass.
 */
public final class BulkLoad extends RowValues<BulkLoad> {

    private static final int SEND_AT_BYTES = 4 * 1024 * 1024;

    private final BulkLoader loader;
    private final Connection connection;
    private final BulkStatement statement;
    private long taken;

    BulkLoad(BulkLoader loader, Connection connection, BulkStatement statement) {
        this.loader = loader;
        this.connection = connection;
        this.statement = statement;
    }

    @Override
    BulkLoad self() {
        return this;
    }

    /** Adds a whole row that was made before. */
    public void row(BulkRow row) throws SQLException {
        rows.addRow(row.bytes());
        sendWhenEnough();
    }

    /** Ends a row, and sends what has come together when that is enough. */
    public void endRow() throws SQLException {
        rows.endRow();
        sendWhenEnough();
    }

    private void sendWhenEnough() throws SQLException {
        if (rows.size() >= SEND_AT_BYTES) {
            send();
        }
    }

    /**
     * Sends what is left.
     *
     * @return how many rows the load has put there since the last flush: all of them, or with {@link OnDuplicateKey#SKIP}
     *     those whose key was new
     * @throws IllegalStateException when a row was refused, cut or bent on its way in
     */
    public long flush() throws SQLException {
        send();
        long result = taken;
        taken = 0;
        return result;
    }

    private void send() throws SQLException {
        if (rows.rows() > 0) {
            taken += loader.write(connection, statement, rows);
            rows.clear();
        }
    }
}
