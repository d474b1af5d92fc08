package io.allegiance.platform.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Rows of a query, streamed over a separate connection, one at a time and never all in memory. The connection is kept
 * for the next query; one left before its end is cut off, because the driver would else read the rest first.
 */
public final class RowStream implements AutoCloseable {

    private static final String CONNECTION_LOST = "08S01";

    private final StreamingConnections connections;
    private @Nullable Connection connection;
    private @Nullable PreparedStatement statement;
    private @Nullable ResultSet rows;
    private @Nullable StreamedRow streamed;
    private int number;

    public RowStream(StreamingConnections connections) {
        this.connections = connections;
    }

    /**
     * Opens several streams for what reads them side by side and will close them; where that cannot be opened, none of
     * them stays open.
     */
    public static <T> T sideBySide(StreamingConnections connections, int count, Function<List<RowStream>, T> reader) {
        List<RowStream> streams =
                Stream.generate(() -> new RowStream(connections)).limit(count).toList();
        try {
            return reader.apply(streams);
        } catch (RuntimeException e) {
            streams.forEach(RowStream::close);
            throw e;
        }
    }

    /** Starts a query in place of the one before; one that cannot start leaves no connection open. */
    public void query(String sql, @Nullable Object... parameters) {
        try {
            cutOff();
            if (connection == null) {
                connection = connections.open();
            }
            PreparedStatement prepared = StreamingConnections.prepare(connection, sql);
            statement = prepared;
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            ResultSet started = prepared.executeQuery();
            streamed = connections.rows().open(started);
            rows = started;
            number = 0;
        } catch (SQLException e) {
            DataAccessException failure = translate("start a streaming query", e);
            closeAfter(failure);
            throw failure;
        }
    }

    private void closeAfter(DataAccessException failure) {
        try {
            close();
        } catch (DataAccessException e) {
            failure.addSuppressed(e);
        }
    }

    /** Reads the next row; null at the end. */
    public <T> @Nullable T read(RowMapper<T> mapper) {
        if (rows == null) {
            return null;
        }
        try {
            if (advance(rows::next)) {
                return mapper.mapRow(rows, number++);
            }
            finish();
            return null;
        } catch (SQLException e) {
            throw translate("read a streamed row", e);
        }
    }

    /** Reads the next row; null at the end. */
    public <T> @Nullable T read(RowReader<T> reader) {
        if (rows == null || streamed == null) {
            return null;
        }
        try {
            if (advance(streamed::next)) {
                return reader.read(streamed);
            }
            finish();
            return null;
        } catch (SQLException e) {
            throw translate("read a streamed row", e);
        }
    }

    @FunctionalInterface
    private interface Advance {
        boolean next() throws SQLException;
    }

    /**
     * A failure while reading a row that is not an error of the server is a lost connection, whatever the driver calls
     * it.
     */
    private static boolean advance(Advance rows) throws SQLException {
        try {
            return rows.next();
        } catch (SQLException e) {
            throw e.getErrorCode() == 0
                    ? new SQLRecoverableException("the connection was lost while rows were read", CONNECTION_LOST, e)
                    : e;
        }
    }

    private void finish() throws SQLException {
        if (rows != null) {
            rows.close();
            rows = null;
        }
        if (statement != null) {
            statement.close();
            statement = null;
        }
    }

    private void cutOff() throws SQLException {
        if (rows != null && connection != null) {
            StreamingConnections.abandon(connection);
            connection = null;
            rows = null;
            statement = null;
        }
    }

    @Override
    public void close() {
        try {
            cutOff();
            if (connection != null) {
                connection.close();
                connection = null;
            }
        } catch (SQLException e) {
            throw translate("close a streaming query", e);
        }
    }

    private static DataAccessException translate(String task, SQLException e) {
        DataAccessException translated = new SQLExceptionSubclassTranslator().translate(task, null, e);
        return translated != null ? translated : new UncategorizedSQLException(task, null, e);
    }
}
