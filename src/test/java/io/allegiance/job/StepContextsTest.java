package io.allegiance.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A chunk's transaction must not write to a table that a foreign key refers to: MySQL then takes it to depend on all before it. */
@Tag("database")
class StepContextsTest {

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema();

    @Test
    void noForeignKeyRefersToWhatAChunkWrites() {
        SCHEMA.migrateTo("13");
        assertThat(referring()).isEqualTo(1);
        SCHEMA.migrateTo("14");
        assertThat(referring()).isZero();
    }

    private static long referring() {
        return JdbcClient.create(SCHEMA.dataSource())
                .sql(
                        "SELECT COUNT(*) FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE()"
                                + " AND referenced_table_name NOT IN ('BATCH_JOB_INSTANCE', 'BATCH_JOB_EXECUTION')")
                .query(Long.class)
                .single();
    }
}
