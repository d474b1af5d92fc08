package io.allegiance.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class MigratedTablesTest {

    @Test
    void aSchemaMadeAtOnceIsAsMigrationsLeaveIt() {
        try (TestDatabase.Schema migrated = TestDatabase.freshSchema().migrateTo("latest");
                TestDatabase.Schema made = TestDatabase.freshSchema()) {
            MigratedTables left = MigratedTables.of(migrated.name(), migrated.dataSource());

            left.create(made.dataSource());

            MigratedTables copy = MigratedTables.of(made.name(), made.dataSource());
            assertThat(definitions(copy))
                    .containsExactlyElementsOf(definitions(left).toList());
            assertThat(left.rows()).isNotEmpty();
            assertThat(copy.rows()).usingRecursiveComparison().isEqualTo(left.rows());
        }
    }

    /** MySQL says again of a column what character set its collation is of, where a statement named the collation. */
    private static Stream<String> definitions(MigratedTables tables) {
        return tables.definitions().stream()
                .map(definition -> definition.replace("CHARACTER SET utf8mb4 COLLATE", "COLLATE"));
    }
}
