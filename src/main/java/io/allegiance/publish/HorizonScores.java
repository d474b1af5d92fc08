package io.allegiance.publish;

import io.allegiance.customer.CustomerRange;
import io.allegiance.decimal.FixedPoint;
import io.allegiance.platform.Parallel;
import io.allegiance.platform.load.BulkLoad;
import io.allegiance.platform.load.BulkLoader;
import io.allegiance.platform.load.BulkStatement;
import io.allegiance.platform.load.OnDuplicateKey;
import io.allegiance.platform.read.RowStream;
import io.allegiance.platform.read.StreamingConnections;
import io.allegiance.platform.sql.Sql;
import io.allegiance.scoring.EncodedCustomer;
import io.allegiance.scoring.HorizonRow;
import io.allegiance.scoring.HorizonScore;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of scores over further horizons, in the slot of the publication that they belong to. */
@Repository
public final class HorizonScores {

    private final JdbcTemplate jdbc;
    private final BulkLoader loader;
    private final StreamingConnections connections;

    HorizonScores(JdbcTemplate jdbc, BulkLoader loader, StreamingConnections connections) {
        this.jdbc = jdbc;
        this.loader = loader;
        this.connections = connections;
    }

    /** A row on its way out. */
    record Row(String customerId, LocalDate scoreDate, HorizonScore score) {}

    /**
     * The rows of a slot over one horizon.
     *
     * @param rows their number
     * @param scored those whose customer has a number in the same slot; no customer has two
     * @param outOfRange those with a value outside its range
     */
    public record Totals(long rows, long scored, long outOfRange) {

        /** The rows of both. */
        public Totals plus(Totals other) {
            return new Totals(rows + other.rows, scored + other.scored, outOfRange + other.outOfRange);
        }
    }

    /** Writes new rows into a slot, in the caller's transaction: the very bytes that are published and hashed. */
    public void write(int slot, List<? extends EncodedCustomer> customers) {
        BulkStatement statement = new BulkStatement(
                Sql.get("publish/load_customer_score_horizon"),
                Sql.get("publish/insert_customer_score_horizon"),
                OnDuplicateKey.REFUSE);
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            BulkLoad rows = loader.into(connection, statement);
            for (EncodedCustomer customer : customers) {
                for (byte[] row : customer.further()) {
                    rows.whole(slot).csv(row).endRow();
                }
            }
            return rows.flush();
        });
    }

    /** Lists one customer's rows in a slot, the shortest horizon first; their columns by name in the order of the export. */
    public List<Map<String, @Nullable Object>> listColumns(int slot, String customerId) {
        return jdbc.query(Sql.get("publish/list_horizons_of_customer"), HorizonScores::toColumns, slot, customerId);
    }

    private static Map<String, @Nullable Object> toColumns(ResultSet row, int number) throws SQLException {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (String column : HorizonRow.COLUMNS) {
            Object value = row.getObject(column);
            columns.put(column, value instanceof Date date ? date.toLocalDate() : value);
        }
        return columns;
    }

    /**
     * Counts the rows of a slot over each horizon that has any, by its days.
     *
     * @param ranges all customers, in ranges that are counted in parallel
     */
    public SortedMap<Integer, Totals> getTotals(int slot, List<CustomerRange> ranges) {
        SortedMap<Integer, Totals> all = new TreeMap<>();
        Parallel.run(ranges.stream().map(range -> count(slot, range)).toList())
                .forEach(part -> part.forEach((days, totals) -> all.merge(days, totals, Totals::plus)));
        return all;
    }

    private Callable<Map<Integer, Totals>> count(int slot, CustomerRange range) {
        return () -> {
            Map<Integer, Totals> totals = new TreeMap<>();
            jdbc.query(
                    Sql.get("publish/total_horizons"),
                    row -> {
                        totals.put(
                                row.getInt("horizon_days"),
                                new Totals(
                                        row.getLong("horizon_rows"),
                                        row.getLong("scored"),
                                        row.getLong("out_of_range")));
                    },
                    slot,
                    range.from(),
                    range.to(),
                    range.to());
            return totals;
        };
    }

    /** Streams the rows of a slot in order of the bytes of customer ids, then of horizons. */
    Stream stream(int slot) {
        RowStream rows = new RowStream(connections);
        rows.query(Sql.get("publish/stream_horizons"), slot);
        return new Stream(rows);
    }

    private static Row toRow(ResultSet row, int number) throws SQLException {
        BigDecimal value = row.getBigDecimal("expected_value");
        return new Row(
                row.getString("customer_id"),
                row.getObject("score_date", LocalDate.class),
                new HorizonScore(
                        row.getInt("horizon_days"),
                        FixedPoint.of(row.getBigDecimal("churn_probability"), FixedPoint.PROBABILITY),
                        FixedPoint.of(row.getBigDecimal("expected_purchases"), FixedPoint.COUNT),
                        value == null ? null : FixedPoint.of(value, FixedPoint.MONEY)));
    }

    /** Rows on their way out, one at a time. */
    static final class Stream implements AutoCloseable {

        private final RowStream rows;

        Stream(RowStream rows) {
            this.rows = rows;
        }

        /** Reads the next row; null at the end. */
        @Nullable
        Row read() {
            return rows.read(HorizonScores::toRow);
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
