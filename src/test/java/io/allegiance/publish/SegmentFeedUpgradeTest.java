package io.allegiance.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Feeds of earlier versions of the program. */
@Tag("database")
class SegmentFeedUpgradeTest {

    @AutoClose
    private final TestDatabase.Schema schema = TestDatabase.freshSchema();

    private final JdbcClient jdbc = JdbcClient.create(schema.dataSource());

    @Test
    void isBroughtToWhatReadersSeeOnce() {
        schema.migrateTo("7");
        score(3, "forgotten", "LOST");
        score(3, "kept", "LOYAL");
        score(3, "moved", "AT_RISK");
        score(2, "vanished", "LOYAL");
        execute("INSERT INTO score_publication (publication, score_date, run_id, slot, customers, scored, score_digest,"
                + " row_digest, published_at, good_until) VALUES (8, '2025-12-30', 1, 3, 3, 3, '', '', '2025-12-31',"
                + " '2026-01-01')");
        execute("UPDATE score_pointer SET publication = 8, slot = 3");
        change("kept", "LOST");
        change("kept", "LOYAL");
        change("moved", "LOYAL");
        change("vanished", "LOYAL");

        schema.migrateTo("9");
        assertThat(feedAfter(4))
                .containsExactly(
                        "8 forgotten: - LOST 2025-12-30",
                        "8 moved: LOYAL AT_RISK 2025-12-30",
                        "8 vanished: LOYAL - 2025-12-30");
    }

    /** The server counts ahead: what was deleted since keeps its numbers too. */
    @Test
    void numbersGoOnBehindThoseThatTheServerGave() {
        schema.migrateTo("28");
        change("first", "LOST");
        change("second", "LOYAL");
        change("deleted", "LOYAL");
        execute("DELETE FROM segment_change WHERE customer_id IN ('first', 'deleted')");

        schema.migrateTo("latest");
        assertThat(feedAfter(0)).containsExactly("7 second: - LOYAL 2025-12-29");
        assertThat(jdbc.sql("SELECT segment_sequence FROM score_pointer")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        assertThat(jdbc.sql("SELECT sequence FROM segment_feed")
                        .query(Long.class)
                        .list())
                .containsExactly(2L);
    }

    private void score(int slot, String customer, String segment) {
        execute(
                "INSERT INTO customer_score (slot, customer_id, score_date, segment, segment_since, eligibility) VALUES ("
                        + slot + ", '" + customer + "', '2025-12-30', '" + segment + "', '2025-12-30', 'SCORED')");
    }

    private void change(String customer, String segment) {
        execute("INSERT INTO segment_change (publication, customer_id, to_segment, changed_on) VALUES (7, '" + customer
                + "', '" + segment + "', '2025-12-29')");
    }

    private void execute(String statement) {
        jdbc.sql(statement).update();
    }

    private List<String> feedAfter(long sequence) {
        return jdbc.sql("SELECT CONCAT(publication, ' ', customer_id, ': ', COALESCE(from_segment, '-'), ' ',"
                        + " COALESCE(to_segment, '-'), ' ', changed_on) FROM segment_change WHERE sequence > ?"
                        + " ORDER BY sequence")
                .param(sequence)
                .query(String.class)
                .list();
    }
}
