package io.allegiance.story;

import io.allegiance.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record of migrations in {@code flyway_schema_history}, which is made to look older or newer than it is. */
record SchemaHistory(JdbcClient jdbc) {

    static SchemaHistory of(TestDatabase.Schema schema) {
        return new SchemaHistory(JdbcClient.create(schema.dataSource()));
    }

    /** Writes: takes the record of the newest migration away. */
    void forgetNewest() {
        update("CREATE TABLE kept AS SELECT * FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1");
        update("DELETE FROM flyway_schema_history WHERE version IN (SELECT version FROM kept)");
    }

    /** Writes: brings it back. */
    void rememberNewest() {
        update("INSERT INTO flyway_schema_history SELECT * FROM kept");
        update("DROP TABLE kept");
    }

    /** Writes: adds a migration that no program knows, version 999. */
    void addUnknown() {
        update("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
                + " checksum, installed_by, execution_time, success)"
                + " VALUES (999, '999', 'what is to come', 'SQL', 'V999__to_come.sql', 1, 'someone', 1, TRUE)");
    }

    /** Writes: takes it away. */
    void removeUnknown() {
        update("DELETE FROM flyway_schema_history WHERE version = '999'");
    }

    private void update(String statement) {
        jdbc.sql(statement).update();
    }
}
