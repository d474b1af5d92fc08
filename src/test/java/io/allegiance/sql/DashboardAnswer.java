package io.allegiance.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Dashboard;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a server answers to a query of the dashboard.
 *
 * @param query the query
 * @param columns names of the columns
 * @param types their types, of {@link Types}
 * @param rows the values
 */
record DashboardAnswer(Dashboard.Query query, List<String> columns, List<Integer> types, List<List<Object>> rows) {

    private static final Instant FROM = at(SmallShop.FIRST_NIGHT.minusDays(30));
    private static final Instant TO = at(SmallShop.SECOND_NIGHT.plusDays(30));

    private static final Set<Integer> NUMBERS =
            Set.of(Types.TINYINT, Types.BIT, Types.INTEGER, Types.BIGINT, Types.DECIMAL, Types.DOUBLE);
    private static final Set<Integer> TEXTS = Set.of(Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR);

    private static Instant at(LocalDate date) {
        return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Asks every query as Grafana does, in a session in UTC. All segments are chosen, as at first. */
    static List<DashboardAnswer> ofAll(Connection connection) throws SQLException {
        List<DashboardAnswer> answers = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET time_zone = '+00:00'");
            List<Dashboard.Query> queries = Dashboard.read().statements();
            List<String> segments = new ArrayList<>();
            for (Dashboard.Query query : queries) {
                if (query.of().equals("segment")) {
                    DashboardAnswer.of(query, statement, List.of())
                            .rows()
                            .forEach(row -> segments.add(row.get(0).toString()));
                }
            }
            for (Dashboard.Query query : queries) {
                answers.add(of(query, statement, segments));
            }
        }
        return answers;
    }

    private static DashboardAnswer of(Dashboard.Query query, Statement statement, List<String> segments)
            throws SQLException {
        try (ResultSet result = statement.executeQuery(query.statement(FROM, TO, segments))) {
            ResultSetMetaData described = result.getMetaData();
            List<String> columns = new ArrayList<>();
            List<Integer> types = new ArrayList<>();
            for (int i = 1; i <= described.getColumnCount(); i++) {
                columns.add(described.getColumnLabel(i));
                types.add(described.getColumnType(i));
            }
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return new DashboardAnswer(query, columns, types, rows);
        }
    }

    String of() {
        return query.of();
    }

    List<Object> column(String name) {
        int index = columns.indexOf(name);
        return rows.stream().map(row -> row.get(index)).toList();
    }

    /** Checks that there are rows, and that their columns are what Grafana needs for such a panel. */
    void fitsItsPanel() {
        assertThat(rows).as(of()).isNotEmpty();
        assertThat(columns).as(of()).doesNotHaveDuplicates().containsAll(query.columns());
        switch (query.kind()) {
            case "stat" ->
                assertThat(rows)
                        .as(of())
                        .singleElement()
                        .satisfies(row -> assertThat(row).hasSize(1));
            case "variable" -> assertThat(columns).as(of()).hasSize(1);
            case "timeseries" -> fitsTime(NUMBERS);
            case "status-history" -> fitsTime(TEXTS);
            default -> assertThat(query.kind()).as(of()).isIn("table", "annotation");
        }
    }

    /** The time comes first and grows; then values, or pairs of a name and a value, one of a name at a time. */
    private void fitsTime(Set<Integer> values) {
        assertThat(columns.get(0)).as(of()).isEqualTo("time");
        assertThat(types.get(0)).as(of()).isIn(Types.DATE, Types.TIMESTAMP);
        assertThat(column("time")).as(of()).isSorted();
        boolean named = columns.contains("metric");
        if (named) {
            assertThat(columns).as(of()).containsExactly("time", "metric", "value");
            assertThat(rows.stream().map(row -> row.subList(0, 2))).as(of()).doesNotHaveDuplicates();
        } else {
            assertThat(column("time")).as(of()).doesNotHaveDuplicates();
        }
        assertThat(types.subList(named ? 2 : 1, types.size())).as(of()).allMatch(values::contains);
    }
}
