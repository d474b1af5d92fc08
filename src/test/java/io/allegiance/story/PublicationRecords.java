package io.allegiance.story;

import io.allegiance.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@code score_publication} keeps of each publication, and {@code run} of its night. Writes nothing. */
record PublicationRecords(JdbcClient jdbc) {

    static PublicationRecords of(TestDatabase.Schema schema) {
        return new PublicationRecords(JdbcClient.create(schema.dataSource()));
    }

    /** The newest publication of each date with one of its digests: {@code 2025-09-30 0123…}. */
    List<String> digests(String digest) {
        return jdbc.sql("SELECT CONCAT(b.score_date, ' ', b." + digest + ") FROM score_publication b"
                        + " JOIN (SELECT MAX(publication) AS newest FROM score_publication GROUP BY score_date) n"
                        + " ON n.newest = b.publication ORDER BY b.score_date")
                .query(String.class)
                .list();
    }

    /** The number of models that publications used. */
    int models() {
        return jdbc.sql("SELECT COUNT(DISTINCT model_version) FROM score_publication")
                .query(Integer.class)
                .single();
    }

    /** Who confirmed the only night of a date, and why. */
    String confirmation(LocalDate date) {
        return jdbc.sql("SELECT CONCAT(r.confirmed_by, ': ', r.confirmed_reason) FROM score_publication p"
                        + " JOIN run r ON r.run_id = p.run_id WHERE p.score_date = ?")
                .param(date)
                .query(String.class)
                .single();
    }

    /** The date of the publication that readers see, who forced it, and why. */
    String forcing() {
        return jdbc.sql("SELECT CONCAT(b.score_date, ' ', b.forced_by, ': ', b.forced_reason) FROM score_pointer p"
                        + " JOIN score_publication b ON b.publication = p.publication")
                .query(String.class)
                .single();
    }

    /** The publications that were rolled back, by whom, and why. */
    List<String> rollbacks() {
        return jdbc.sql("SELECT CONCAT(publication, ' ', rolled_back_by, ': ', rolled_back_reason)"
                        + " FROM score_publication WHERE rolled_back_at IS NOT NULL ORDER BY publication")
                .query(String.class)
                .list();
    }
}
