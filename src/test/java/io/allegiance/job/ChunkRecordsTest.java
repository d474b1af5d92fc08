package io.allegiance.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With a foreign key on either side of what a chunk writes, MySQL takes it to depend on chunks of other ranges. */
@Tag("database")
class ChunkRecordsTest {

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema();

    @Test
    void noForeignKeyIsBetweenWhatAChunkWritesAndAnythingElse() {
        SCHEMA.migrateTo("13");
        assertThat(foreignKeys()).isEqualTo(2);
        SCHEMA.migrateTo("14");
        assertThat(foreignKeys()).isZero();
    }

    private static long foreignKeys() {
        return JdbcClient.create(SCHEMA.dataSource())
                .sql(
                        "SELECT COUNT(*) FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE()"
                                + " AND (table_name LIKE 'BATCH_STEP%' OR referenced_table_name LIKE 'BATCH_STEP%'"
                                + " OR table_name NOT LIKE 'BATCH%')")
                .query(Long.class)
                .single();
    }
}
