package io.allegiance.platform.read;

import io.allegiance.platform.database.ConnectionSettings;
import io.allegiance.platform.database.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Opens connections of their own for reading millions of rows as they come, without holding them in memory. While a
 * result is being read its connection can run nothing else, so these never come from the pool.
 */
public final class StreamingConnections {

    private final Database database;
    private final StreamedRows rows;

    public StreamingConnections(Database database) {
        this(database, false);
    }

    /**
     * @param plainJdbc whether rows are read through JDBC alone, without the driver's internals
     */
    public StreamingConnections(Database database, boolean plainJdbc) {
        this.database = database;
        this.rows = new StreamedRows(plainJdbc);
    }

    /** Reads the results of these connections. */
    StreamedRows rows() {
        return rows;
    }

    /** Opens a read-only connection whose statements stream; the caller closes it. */
    public Connection open() throws SQLException {
        Properties settings = ConnectionSettings.streaming(database);
        database.username().ifPresent(username -> settings.setProperty("user", username));
        database.password().ifPresent(password -> settings.setProperty("password", password));
        Connection connection = DriverManager.getConnection(database.jdbcUrl(), settings);
        connection.setReadOnly(true);
        return connection;
    }

    /** Prepares a query whose result streams. */
    public static PreparedStatement prepare(Connection connection, String query) throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(query, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setFetchSize(Integer.MIN_VALUE);
        return statement;
    }

    /** Aborts a connection immediately; closing it would first read the rest of the result. */
    public static void abandon(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
    }
}
