package io.allegiance.bench;

import io.allegiance.platform.RowStream;
import io.allegiance.platform.Sql;
import io.allegiance.platform.StreamingConnections;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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
    private final List<Path> files;

    RawScoreLoad(DataSource dataSource, StreamingConnections streaming, Path folder, int connections) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.streaming = streaming;
        this.load = new RawLoad(dataSource);
        this.files = IntStream.range(0, connections)
                .mapToObj(part -> folder.resolve("scores-" + part + ".tsv"))
                .toList();
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
    void writeFiles(int slot, long rows) throws IOException {
        long each = (rows + files.size() - 1) / files.size();
        try (RowStream scores = new RowStream(streaming)) {
            scores.query(Sql.get("publish/stream_scores"), slot);
            for (Path file : files) {
                writeFile(file, slot, scores, each);
            }
        }
    }

    private static void writeFile(Path file, int slot, RowStream scores, long most) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (long written = 0; written < most; written++) {
                String row = scores.next((columns, number) -> toLine(slot, columns));
                if (row == null) {
                    return;
                }
                out.write(row);
            }
        }
    }

    private static String toLine(int slot, ResultSet row) throws SQLException {
        StringBuilder line = new StringBuilder().append(slot);
        int columns = row.getMetaData().getColumnCount();
        for (int column = 1; column <= columns; column++) {
            String value = row.getString(column);
            line.append('\t').append(value == null ? "\\N" : value);
        }
        return line.append('\n').toString();
    }

    /** Loads the files at once. */
    long run() {
        String statement = Sql.get("publish/load_customer_score").replace("TABLE " + PUBLISHED, "TABLE " + TABLE);
        ExecutorService threads = Executors.newFixedThreadPool(files.size());
        try {
            List<CompletableFuture<Long>> loads = files.stream()
                    .map(file -> CompletableFuture.supplyAsync(() -> load.load(file, statement), threads))
                    .toList();
            return loads.stream().mapToLong(CompletableFuture::join).sum();
        } finally {
            threads.shutdown();
        }
    }

    void deleteFiles() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
