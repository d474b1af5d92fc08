package io.allegiance.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.platform.sql.Sql;
import io.allegiance.testing.TestDatabase;
import java.util.Collections;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Streams of millions of scores come in the order in which they lie: an index by segment and a sort cost ten times as much. */
@Tag("database")
class StreamPlanTest {

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    private final JdbcClient jdbc = JdbcClient.create(SCHEMA.dataSource());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "history/store/stream_days_of",
                "history/store/stream_due",
                "history/store/stream_window_days_of",
                "publish/stream_scores",
                "publish/stream_segments",
                "report/stream_churn",
                "report/stream_scores",
                "publish/stream_segments_before"
            })
    void rowsAreReadAlongTheirPrimaryKeyWithoutASort(String statement) {
        String query = Sql.get(statement);
        long parameters = query.chars().filter(c -> c == '?').count();
        String plan = jdbc.sql("EXPLAIN " + query)
                .params(Collections.nCopies((int) parameters, 3))
                .query()
                .listOfRows()
                .toString();
        // MariaDB's table says "filesort", MySQL's tree "Sort".
        assertThat(plan).contains("PRIMARY").doesNotContain("filesort").doesNotContain("Sort:");
    }
}
