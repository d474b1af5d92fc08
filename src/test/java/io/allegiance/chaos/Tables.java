package io.allegiance.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables of a schema hold, read as any other system would read them. */
record Tables(JdbcTemplate jdbc) {

    private static final String MADE_OF_DAYS = "SELECT customer_id, business_date, HEX(content_hash) FROM customer_day"
            + " ORDER BY customer_id, business_date";
    private static final String PRODUCTS =
            "SELECT customer_id, business_date, HEX(products) FROM customer_day ORDER BY customer_id, business_date";

    static Tables of(DataSource source) {
        return new Tables(new JdbcTemplate(source));
    }

    /**
     * All that a night leaves behind that must not depend on how it came about.
     *
     * @param scoreDigest as published
     * @param rowDigest as published
     * @param rows hash of the rows themselves
     * @param changes hash of the segment changes
     * @param summary hash of the segment summary
     * @param behind hash of the customer days, products and histories
     */
    record Night(String scoreDigest, String rowDigest, String rows, String changes, String summary, String behind) {}

    /** What readers see. */
    record Seen(long publication, LocalDate date, long customers, String rows) {}

    /** Gets what the night of a date left, which must be the newest. */
    Night night(LocalDate date) {
        List<Night> found = jdbc.query(
                "SELECT publication, score_digest, row_digest FROM score_publication WHERE score_date = ?",
                (row, number) -> new Night(
                        row.getString(2),
                        row.getString(3),
                        hash(
                                "SELECT * FROM customer_score_history WHERE publication = ? ORDER BY customer_id",
                                2,
                                row.getLong(1)),
                        hash(
                                "SELECT customer_id, from_segment, to_segment, changed_on FROM segment_change"
                                        + " WHERE publication = ? ORDER BY customer_id",
                                1,
                                row.getLong(1)),
                        hash("SELECT * FROM segment_summary WHERE publication = ? ORDER BY segment", 2, row.getLong(1)),
                        hash(MADE_OF_DAYS, 1)
                                + hash(PRODUCTS, 1)
                                + hash("SELECT * FROM purchase_history ORDER BY customer_id", 1)),
                date);
        if (found.size() != 1) {
            throw new IllegalStateException(date + " was published " + found.size() + " times");
        }
        return found.get(0);
    }

    /** Gets what readers see now. */
    Seen seen() {
        return jdbc.queryForObject(
                "SELECT b.publication, b.score_date, b.customers FROM score_pointer p"
                        + " JOIN score_publication b ON b.publication = p.publication",
                (row, number) -> new Seen(
                        row.getLong(1),
                        row.getObject(2, LocalDate.class),
                        row.getLong(3),
                        hash("SELECT * FROM current_customer_score ORDER BY customer_id", 1)));
    }

    /** Gets the checksum of each table, but for the signs of life, which change with time. */
    Map<String, Long> checksums() {
        Map<String, Long> checksums = new TreeMap<>();
        list("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                        + " AND table_type = 'BASE TABLE' AND table_name NOT IN ('run_heartbeat', 'run_worker')")
                .forEach(table -> checksums.put(
                        table,
                        jdbc.queryForObject("CHECKSUM TABLE " + table, (row, number) -> row.getLong("Checksum"))));
        return checksums;
    }

    /** Counts what a query counts. */
    long count(String query, Object... parameters) {
        return JdbcClient.create(jdbc)
                .sql(query)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    /** Lists the values of a query. */
    List<String> list(String query, Object... parameters) {
        return JdbcClient.create(jdbc)
                .sql(query)
                .params(parameters)
                .query(String.class)
                .list();
    }

    /** Hashes the rows of a query from a column on. */
    String hash(String query, int firstColumn, Object... parameters) {
        MessageDigest digest = sha256();
        ResultSetExtractor<byte[]> hash = row -> {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int i = firstColumn; i <= columns; i++) {
                    digest.update((row.getString(i) + "\u0001").getBytes(StandardCharsets.UTF_8));
                }
                digest.update((byte) 2);
            }
            return digest.digest();
        };
        return HexFormat.of().formatHex(jdbc.query(query, hash, parameters));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
