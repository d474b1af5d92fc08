package io.allegiance.bench;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.RuntimeProperty;
import com.mysql.cj.jdbc.JdbcStatement;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The least that a database can do with rows: one {@code LOAD DATA LOCAL INFILE} of a file, one commit. */
final class RawLoad {

    private final DataSource dataSource;

    RawLoad(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Loads a file by one statement and commits; gives the number of rows. */
    long load(Path file, String statement) throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection();
                Statement load = connection.createStatement();
                InputStream rows = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            RuntimeProperty<Boolean> allowed = connection
                    .unwrap(MysqlConnection.class)
                    .getPropertySet()
                    .getBooleanProperty(PropertyKey.allowLoadLocalInfile);
            JdbcStatement target = load.unwrap(JdbcStatement.class);
            connection.setAutoCommit(false);
            allowed.setValue(true);
            target.setLocalInfileInputStream(rows);
            try {
                long taken = load.executeLargeUpdate(statement);
                connection.commit();
                return taken;
            } finally {
                target.setLocalInfileInputStream(null);
                allowed.setValue(false);
                connection.setAutoCommit(true);
            }
        }
    }
}
