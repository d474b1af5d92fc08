package io.allegiance.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A group of servers writes no table without a primary key. */
@Tag("database")
class PrimaryKeysTest {

    private static final String WITHOUT = "SELECT t.table_name FROM information_schema.tables t"
            + " LEFT JOIN information_schema.table_constraints c ON c.table_schema = t.table_schema"
            + " AND c.table_name = t.table_name AND c.constraint_type = 'PRIMARY KEY'"
            + " WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND c.constraint_name IS NULL"
            + " ORDER BY t.table_name";

    @AutoClose
    private final TestDatabase.Schema schema = TestDatabase.freshSchema();

    private final JdbcTemplate jdbc = new JdbcTemplate(schema.dataSource());

    @Test
    void everyTableHasOneAndTheRowsOfBeforeStay() {
        schema.migrateTo("28");
        assertThat(without())
                .as("tables as Spring Batch ships them")
                .containsExactly(
                        "BATCH_JOB_EXECUTION_PARAMS",
                        "BATCH_JOB_EXECUTION_SEQ",
                        "BATCH_JOB_INSTANCE_SEQ",
                        "BATCH_STEP_EXECUTION_SEQ");
        jdbc.execute("INSERT INTO BATCH_JOB_INSTANCE VALUES (1, 0, 'nightly', 'key')");
        jdbc.execute("INSERT INTO BATCH_JOB_EXECUTION (JOB_EXECUTION_ID, JOB_INSTANCE_ID, CREATE_TIME)"
                + " VALUES (1, 1, '2020-01-01')");
        jdbc.execute("INSERT INTO BATCH_JOB_EXECUTION_PARAMS VALUES (1, 'runId', 'java.lang.Long', '7', 'Y'),"
                + " (1, 'businessDate', 'java.time.LocalDate', '2020-01-01', 'N')");
        schema.migrateTo("latest");

        assertThat(without()).isEmpty();
        assertThat(jdbc.queryForList(
                        "SELECT PARAMETER_VALUE FROM BATCH_JOB_EXECUTION_PARAMS ORDER BY PARAMETER_NAME", String.class))
                .containsExactly("2020-01-01", "7");
    }

    @Test
    void aKeyThatSomebodyAddedIsLeftAsItIs() {
        schema.migrateTo("28");
        jdbc.execute("ALTER TABLE BATCH_JOB_EXECUTION_PARAMS ADD PRIMARY KEY (JOB_EXECUTION_ID, PARAMETER_NAME)");
        jdbc.execute(
                "ALTER TABLE BATCH_JOB_EXECUTION_SEQ ADD COLUMN my_row_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY");
        schema.migrateTo("latest");
        assertThat(without()).isEmpty();
    }

    private List<String> without() {
        return jdbc.queryForList(WITHOUT, String.class);
    }
}
