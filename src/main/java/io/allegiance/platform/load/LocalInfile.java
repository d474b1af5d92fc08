package io.allegiance.platform.load;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.RuntimeProperty;
import com.mysql.cj.jdbc.JdbcStatement;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * {@code LOAD DATA LOCAL INFILE} of a stream of ours. The server gets that stream for as long as the statement runs,
 * and never a file.
 */
public final class LocalInfile {

    private LocalInfile() {}

    /** Runs a load in the connection's transaction; returns the number of rows that the server reports. */
    public static long load(Connection connection, String statement, InputStream rows) throws SQLException {
        RuntimeProperty<Boolean> allowed = connection
                .unwrap(MysqlConnection.class)
                .getPropertySet()
                .getBooleanProperty(PropertyKey.allowLoadLocalInfile);
        try (Statement load = connection.createStatement()) {
            JdbcStatement target = load.unwrap(JdbcStatement.class);
            allowed.setValue(true);
            target.setLocalInfileInputStream(rows);
            try {
                return load.executeLargeUpdate(statement);
            } finally {
                target.setLocalInfileInputStream(null);
                allowed.setValue(false);
            }
        }
    }
}
