package io.allegiance.bench;

import io.allegiance.platform.Sql;
import io.allegiance.platform.StreamingConnections;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The yardstick of scoring: the score rows of a publication once more, out of files into an empty table of the same form, one
 * statement for each of as many connections as scoring has partitions.
 */
final class RawScoreLoad {

    static final String TABLE = "bench_score";

    private static final String PUBLISHED = "customer_score";

    private final JdbcTemplate jdbc;
    private final StreamingConnections streaming;
    private final RawLoad load;
    private final int connections;
    private final List<Path> files;

    RawScoreLoad(DataSource dataSource, StreamingConnections streaming, Path folder, int connections) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.streaming = streaming;
        this.load = new RawLoad(dataSource);
        this.connections = connections;
        this.files = new ArrayList<>();
        for (int part = 0; part < connections; part++) {
            files.add(folder.resolve("scores-" + part + ".tsv"));
        }
    }

    /** Makes the table. */
    void createTable() {
        jdbc.execute("CREATE TABLE IF NOT EXISTS " + TABLE + " LIKE " + PUBLISHED);
    }

    /** Empties the table. */
    void emptyTable() {
        jdbc.execute("TRUNCATE TABLE " + TABLE);
    }

    /** Writes the rows of a slot to the files, in order, about as many to each. */
    void writeFiles(int slot, long rows) throws SQLException, IOException {
        long each = (rows + connections - 1) / connections;
        try (Connection connection = streaming.open();
                PreparedStatement query = StreamingConnections.prepare(connection, Sql.get("publish/stream_scores"))) {
            query.setInt(1, slot);
            try (ResultSet row = query.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                for (Path file : files) {
                    writeFile(file, slot, row, columns, each);
                }
            }
        }
    }

    private static void writeFile(Path file, int slot, ResultSet row, int columns, long most)
            throws SQLException, IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (long written = 0; written < most && row.next(); written++) {
                out.write(Integer.toString(slot));
                for (int column = 1; column <= columns; column++) {
                    String value = row.getString(column);
                    out.write('\t');
                    out.write(value == null ? "\\N" : value);
                }
                out.write('\n');
            }
        }
    }

    /** Loads the files at once. */
    long run() throws Exception {
        String statement = Sql.get("publish/load_customer_score").replace("TABLE " + PUBLISHED, "TABLE " + TABLE);
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<Long>> loads = new ArrayList<>();
            for (Path file : files) {
                loads.add(threads.submit(() -> load.load(file, statement)));
            }
            long rows = 0;
            for (Future<Long> each : loads) {
                rows += each.get();
            }
            return rows;
        } finally {
            threads.shutdown();
        }
    }
}
