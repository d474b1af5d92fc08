package io.allegiance.bench;

import io.allegiance.platform.load.LocalInfile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The least that a database can do with rows: one {@code LOAD DATA LOCAL INFILE} of a file, which commits itself. */
final class RawLoad {

    private static final int BUFFER = 1 << 20;

    private final JdbcTemplate jdbc;

    RawLoad(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Loads a file by one statement; gives the number of rows. */
    long load(Path file, String statement) {
        try (InputStream rows = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            return Objects.requireNonNull(
                    jdbc.execute((ConnectionCallback<Long>) connection -> LocalInfile.load(connection, statement, rows)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
