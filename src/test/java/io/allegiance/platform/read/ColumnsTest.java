package io.allegiance.platform.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.platform.database.DatabaseFailures;
import io.allegiance.testing.TestDatabase;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows read through the driver's internals say what they say through JDBC. */
@Tag("database")
class ColumnsTest {

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema();

    private static final String VALUES = "SELECT CAST(? AS CHAR(64)), CAST(? AS SIGNED), CAST(? AS DECIMAL(23, 4)),"
            + " TO_DAYS(CAST(? AS DATE)), CAST(? AS DATETIME(3)), COUNT(*) FROM (SELECT 1 UNION SELECT 2) t";

    private final StreamingConnections connections = new StreamingConnections(SCHEMA.database());
    private final StreamingConnections plain = new StreamingConnections(SCHEMA.database(), true);

    @Test
    void everyFormIsReadTheSameEachWay() {
        List<Object> row = List.of("naïve 🛒", -7, new BigDecimal("-12.5000"), "2024-02-29", "2024-03-31 02:30:00.123");
        List<Object> expected = Arrays.asList(
                "naïve 🛒",
                "naïve 🛒",
                "-7",
                "-12.5000",
                -7,
                -7,
                false,
                -125_000L,
                -125_000L,
                LocalDate.of(2024, 2, 29),
                LocalDateTime.of(2024, 3, 31, 2, 30, 0, 123_000_000),
                2);
        assertThat(streamed(connections, row)).isEqualTo(expected);
        assertThat(streamed(plain, row)).isEqualTo(expected);
        assertThat(throughJdbc(row)).isEqualTo(expected);
    }

    @Test
    void nullsAreNullsEachWay() {
        List<Object> nulls = Arrays.asList(null, null, null, null, null);
        List<Object> expected = Arrays.asList(null, null, null, null, 0, null, true, null, null, null, null, 2);
        assertThat(streamed(connections, nulls)).isEqualTo(expected);
        assertThat(streamed(plain, nulls)).isEqualTo(expected);
        assertThat(throughJdbc(nulls)).isEqualTo(expected);
    }

    private static List<Object> streamed(StreamingConnections connections, List<Object> values) {
        try (RowStream rows = new RowStream(connections)) {
            rows.query(VALUES, values.toArray());
            List<Object> read = rows.read(ColumnsTest::all);
            assertThat((Object) rows.read(ColumnsTest::all)).isNull();
            return read;
        }
    }

    private static List<Object> throughJdbc(List<Object> values) {
        return JdbcClient.create(SCHEMA.dataSource())
                .sql(VALUES)
                .params(values)
                .query((row, number) -> all(Columns.of(row)))
                .single();
    }

    private static List<Object> all(Columns row) throws SQLException {
        List<Object> all = new ArrayList<>();
        all.add(row.text(1));
        all.add(row.repeatedText(1));
        all.add(ascii(row.digits(2)));
        all.add(ascii(row.digits(3)));
        all.add(row.whole(2));
        all.add(row.wholeOrNull(2));
        all.add(row.isNull(3));
        all.add(row.isNull(3) ? null : (Long) row.units(3));
        all.add(row.unitsOrNull(3));
        all.add(row.day(4));
        all.add(row.time(5));
        all.add(row.whole(6));
        return all;
    }

    private static @Nullable String ascii(byte @Nullable [] digits) {
        return digits == null ? null : new String(digits, StandardCharsets.US_ASCII);
    }

    @Test
    void repeatedTextsAreTheTextsOfTheirRows() {
        String digit =
                IntStream.range(0, 10).mapToObj(n -> "SELECT " + n + " AS n").collect(Collectors.joining(" UNION "));
        String name = "CONCAT('é', a.n, b.n, c.n)";
        String query =
                "SELECT %1$s, %1$s, REPEAT(%1$s, 40), REPEAT(%1$s, 40) FROM (%2$s) a, (%2$s) b, (%2$s) c, (%2$s) d"
                        .formatted(name, digit);
        try (RowStream rows = new RowStream(connections)) {
            rows.query(query + " ORDER BY 1");
            RowReader<List<String>> reader =
                    row -> List.of(row.text(1), row.repeatedText(2), row.text(3), row.repeatedText(4));
            Set<String> differing = new HashSet<>();
            String before = "";
            for (List<String> row = rows.read(reader); row != null; row = rows.read(reader)) {
                assertThat(row.get(1)).isEqualTo(row.get(0));
                assertThat(row.get(3))
                        .isEqualTo(row.get(2))
                        .isEqualTo(row.get(0).repeat(40));
                if (row.get(1).equals(before)) {
                    assertThat(row.get(1)).isSameAs(before);
                }
                differing.add(row.get(1));
                before = row.get(1);
            }
            assertThat(differing).hasSize(1_000);
        }
    }

    @Test
    void aValueThatIsMissingOrOfAnotherFormIsSaid() {
        try (RowStream rows = new RowStream(connections)) {
            assertThatThrownBy(() -> read(rows, "SELECT NULL", row -> row.requiredText(1)))
                    .isInstanceOf(DataAccessException.class)
                    .hasRootCauseMessage("column 1 is NULL where a value was expected");
            assertThatThrownBy(() -> read(rows, "SELECT 'tea'", row -> row.units(1)))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("column 1 is no decimal whose units fit a long");
            assertThatThrownBy(() -> read(rows, "SELECT 'tea'", row -> row.number(1)))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private static <T> T read(RowStream rows, String query, RowReader<T> reader) {
        rows.query(query);
        return rows.read(reader);
    }

    @Test
    void aStreamThatIsCutOffFailsAsOneOfJdbcWould() {
        try (RowStream rows = new RowStream(connections)) {
            rows.query("SELECT CONNECTION_ID() UNION ALL SELECT a.ordinal_position FROM information_schema.columns a,"
                    + " information_schema.columns b");
            long id = rows.read(row -> row.number(1));
            TestDatabase.administrate("KILL " + id);
            assertThatThrownBy(() -> {
                        while (rows.read(row -> row.number(1)) != null) {
                            // To the end, which does not come.
                        }
                    })
                    .isInstanceOf(DataAccessException.class)
                    .satisfies(failure ->
                            assertThat(DatabaseFailures.find(failure)).isPresent());
        }
    }
}
