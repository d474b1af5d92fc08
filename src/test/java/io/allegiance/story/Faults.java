package io.allegiance.story;

import io.allegiance.testing.TestDatabase;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Faults that are put into a schema, and taken out of it again. Writes tables, triggers and rows of the program's own tables. */
record Faults(JdbcTemplate jdbc) {

    static Faults of(TestDatabase.Schema schema) {
        return new Faults(new JdbcTemplate(schema.dataSource()));
    }

    /** Takes a table away. */
    void hide(String table) {
        jdbc.execute("RENAME TABLE " + table + " TO " + table + "_hidden");
    }

    /** Brings a table back. */
    void unhide(String table) {
        jdbc.execute("RENAME TABLE " + table + "_hidden TO " + table);
    }

    /** Refuses new rows of a table. */
    void refuseRows(String table) {
        refuseRows(table, "TRUE");
    }

    /** Refuses the score of the customer who comes last. */
    void refuseRowOfLastCustomer() {
        refuseRowOfLastCustomer("customer_score");
    }

    /** Refuses the row of the customer who comes last in a table of scores. */
    void refuseRowOfLastCustomer(String table) {
        refuseRows(table, "NEW.customer_id = (SELECT MAX(customer_id) FROM purchase_history)");
    }

    private void refuseRows(String table, String condition) {
        jdbc.execute("CREATE TRIGGER refusal BEFORE INSERT ON " + table + " FOR EACH ROW IF " + condition
                + " THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no'; END IF");
    }

    /** Takes all rows again. */
    void refuseNoRows() {
        jdbc.execute("DROP TRIGGER refusal");
    }

    /** Refuses to delete the runs of a date, by a table that refers to them. */
    void pinRuns(LocalDate date) {
        jdbc.execute(
                "CREATE TABLE pinned (run_id BIGINT, FOREIGN KEY (run_id) REFERENCES run (run_id)) ENGINE = InnoDB");
        jdbc.update("INSERT INTO pinned SELECT run_id FROM run WHERE business_date = ? AND job = 'nightly'", date);
    }

    /** Lets runs be deleted again. */
    void unpinRuns() {
        jdbc.execute("DROP TABLE pinned");
    }

    /** Adds a copy of the only model, of a format that this program does not know. */
    void addModelOfNewerProgram(String version, LocalDate asOf) {
        jdbc.update(
                "INSERT INTO model_version (model_version, as_of, code_version, registered, registered_at, document, state)"
                        + " SELECT ?, ?, code_version, registered + 1, registered_at,"
                        + " REPLACE(document, '\"format\":2,', '\"format\":3,\"more\":0,'), 'ACTIVE' FROM model_version",
                version,
                asOf);
    }
}
