package io.allegiance.bench;

import io.allegiance.platform.read.RowStream;
import io.allegiance.platform.read.StreamingConnections;
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
 * The yardstick of what writes many rows: the very same rows once more, out of files into a table of the same form, one
 * statement for each of as many connections as a step has partitions.
 */
final class RawRowLoad {

    private final JdbcTemplate jdbc;
    private final StreamingConnections streaming;
    private final RawLoad load;
    private final String table;
    private final String statement;
    private final List<Path> files;

    /**
     * @param table the table of the rows
     * @param statement by which the program loads rows into it
     */
    RawRowLoad(
            DataSource dataSource,
            StreamingConnections streaming,
            String table,
            String statement,
            Path folder,
            int connections) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.streaming = streaming;
        this.load = new RawLoad(dataSource);
        this.table = table;
        this.statement = statement.replace("TABLE " + table, "TABLE " + copyOf(table));
        this.files = IntStream.range(0, connections)
                .mapToObj(part -> folder.resolve(table + "-" + part + ".tsv"))
                .toList();
    }

    /** The name of the copy of a table. */
    static String copyOf(String table) {
        return "bench_" + table;
    }

    /** Makes the table that is loaded into. */
    void createTable() {
        jdbc.execute("CREATE TABLE IF NOT EXISTS " + copyOf(table) + " LIKE " + table);
    }

    /**
     * Copies rows into it; in the order in which they once came, they leave it as full and as scattered as theirs is.
     */
    void copyRows(String condition, Object... parameters) {
        jdbc.update("INSERT INTO " + copyOf(table) + " SELECT * FROM " + table + " WHERE " + condition, parameters);
    }

    /** Empties it. */
    void emptyTable() {
        jdbc.execute("TRUNCATE TABLE " + copyOf(table));
    }

    /** Drops it. */
    void dropTable() {
        jdbc.execute("DROP TABLE " + copyOf(table));
    }

    /**
     * Writes rows to the files, in order, about as many to each.
     *
     * @param count how many there are
     * @param query gives them, columns in the order of the statement's, none with a character that needs an escape
     * @param parameters of the query
     */
    void writeFiles(long count, String query, Object... parameters) throws IOException {
        long each = (count + files.size() - 1) / files.size();
        try (RowStream rows = new RowStream(streaming)) {
            rows.query(query, parameters);
            for (Path file : files) {
                writeFile(file, rows, each);
            }
        }
    }

    private static void writeFile(Path file, RowStream rows, long most) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (long written = 0; written < most; written++) {
                String row = rows.read((columns, number) -> toLine(columns));
                if (row == null) {
                    return;
                }
                out.write(row);
            }
        }
    }

    private static String toLine(ResultSet row) throws SQLException {
        StringBuilder line = new StringBuilder();
        int columns = row.getMetaData().getColumnCount();
        for (int column = 1; column <= columns; column++) {
            String value = row.getString(column);
            line.append(column == 1 ? "" : "\t").append(value == null ? "\\N" : value);
        }
        return line.append('\n').toString();
    }

    /** Loads the files at once. */
    long run() {
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
