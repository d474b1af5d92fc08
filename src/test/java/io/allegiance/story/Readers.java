package io.allegiance.story;

import io.allegiance.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What any reader can see: {@code current_customer_score}, {@code segment_change} and {@code score_pointer}. Writes nothing. */
record Readers(JdbcClient jdbc) {

    static Readers of(TestDatabase.Schema schema) {
        return new Readers(JdbcClient.create(schema.dataSource()));
    }

    /** The publication that readers see, and the date of its rows: {@code 3 of 2025-09-30}. */
    String publication() {
        return jdbc.sql("SELECT CONCAT(b.publication, ' of ', MAX(s.score_date)) FROM current_customer_score s"
                        + " JOIN score_pointer p JOIN score_publication b ON b.publication = p.publication"
                        + " GROUP BY b.publication")
                .query(String.class)
                .single();
    }

    /** The date of the rows that readers see. */
    LocalDate date() {
        return jdbc.sql("SELECT MAX(score_date) FROM current_customer_score")
                .query(LocalDate.class)
                .single();
    }

    /** The number of rows that readers see. */
    int customers() {
        return jdbc.sql("SELECT COUNT(*) FROM current_customer_score")
                .query(Integer.class)
                .single();
    }

    /** The number of rows whose customer is scored. */
    int scoredCustomers() {
        return jdbc.sql("SELECT COUNT(*) FROM current_customer_score WHERE eligibility = 'SCORED'")
                .query(Integer.class)
                .single();
    }

    /** The segment of each customer. */
    Map<String, String> segments() {
        return jdbc
                .sql("SELECT customer_id, segment FROM current_customer_score")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The segments that a reader of the feed arrives at who applies it from its beginning. */
    Map<String, String> segmentsByFeed() {
        Map<String, String> segments = new TreeMap<>();
        jdbc.sql("SELECT customer_id, to_segment FROM segment_change ORDER BY sequence")
                .query(row -> {
                    if (row.getString(2) == null) {
                        segments.remove(row.getString(1));
                    } else {
                        segments.put(row.getString(1), row.getString(2));
                    }
                });
        return segments;
    }

    /**
     * An entry of the feed.
     *
     * @param from null for a customer who is new
     * @param to null for a customer who is gone
     */
    record SegmentChange(
            long sequence,
            String customer,
            @Nullable String from,
            @Nullable String to) {}

    /** The entries of the feed behind a sequence, in order. */
    List<SegmentChange> changesAfter(long sequence) {
        return jdbc.sql("SELECT sequence, customer_id, from_segment, to_segment FROM segment_change WHERE sequence > ?"
                        + " ORDER BY sequence")
                .param(sequence)
                .query((row, number) ->
                        new SegmentChange(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    /** Hands over each row of scores with all of its columns. */
    void forEachRow(RowCallbackHandler to) {
        jdbc.sql("SELECT * FROM current_customer_score").query(to);
    }

    /** A score of each customer who has it. */
    Map<String, Double> scores(String column) {
        return jdbc
                .sql("SELECT customer_id, " + column + " FROM current_customer_score WHERE " + column + " IS NOT NULL")
                .query((row, number) -> Map.entry(row.getString(1), row.getDouble(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The values of a score, ascending. */
    List<BigDecimal> values(String column) {
        return jdbc.sql("SELECT " + column + " FROM current_customer_score WHERE " + column + " IS NOT NULL ORDER BY 1")
                .query(BigDecimal.class)
                .list();
    }
}
