package io.allegiance.publish;

import io.allegiance.customer.CustomerRange;
import io.allegiance.history.store.CustomerCursor;
import io.allegiance.platform.Parallel;
import io.allegiance.platform.load.BulkLoad;
import io.allegiance.platform.load.BulkLoader;
import io.allegiance.platform.read.RowStream;
import io.allegiance.platform.read.StreamingConnections;
import io.allegiance.platform.sql.Sql;
import io.allegiance.scoring.CustomerScore;
import io.allegiance.scoring.EncodedScore;
import io.allegiance.scoring.ScoreColumns;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of scores, one slot for each publication. */
@Repository
public final class Scores {

    private final JdbcTemplate jdbc;
    private final BulkLoader loader;
    private final StreamingConnections connections;

    Scores(JdbcTemplate jdbc, BulkLoader loader, StreamingConnections connections) {
        this.jdbc = jdbc;
        this.loader = loader;
        this.connections = connections;
    }

    /**
     * Writes new rows into a slot, in the caller's transaction. The table gets the very bytes that are published and
     * hashed.
     */
    public void write(int slot, List<? extends EncodedScore> scores) {
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            BulkLoad rows = loader.into(connection, ScoreRows.statement());
            for (EncodedScore score : scores) {
                rows.whole(slot).csv(score.bytes()).endRow();
            }
            return rows.flush();
        });
    }

    /** Finds one customer's row in a slot, its columns by name in the order of the export. */
    public Optional<Map<String, @Nullable Object>> findColumns(int slot, String customerId) {
        return jdbc.query(Sql.get("publish/find_score_of_slot"), Scores::toColumns, slot, customerId).stream()
                .findFirst();
    }

    private static Map<String, @Nullable Object> toColumns(ResultSet row, int number) throws SQLException {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (String column : ScoreColumns.NAMES) {
            Object value = row.getObject(column);
            columns.put(column, value instanceof Date date ? date.toLocalDate() : value);
        }
        return columns;
    }

    /** Streams the rows of a slot in order of the bytes of customer ids. */
    public ScoreStream stream(int slot) {
        RowStream rows = new RowStream(connections);
        rows.query(Sql.get("publish/stream_scores"), slot);
        return new ScoreStream(rows);
    }

    /**
     * Starts the stream of a slot's segments, in order of the bytes of customer ids.
     *
     * @param rows a stream that was not started yet; closing the cursor closes it
     */
    public static CustomerCursor<String> startSegments(RowStream rows, int slot) {
        rows.query(Sql.get("publish/stream_segments"), slot);
        return new CustomerCursor<>(rows, row -> row.requiredText(2));
    }

    /**
     * Counts the rows of a slot.
     *
     * @param ranges all customers, in ranges that are counted in parallel
     */
    public SlotTotals getTotals(int slot, List<CustomerRange> ranges) {
        return sum(slot, ranges).totals();
    }

    /** The same, still to be added to the rows of another database. */
    public SlotTotals.Sum sum(int slot, List<CustomerRange> ranges) {
        SlotTotals.Sum sum = new SlotTotals.Sum();
        Parallel.run(ranges.stream().map(range -> count(slot, range)).toList())
                .forEach(segments -> segments.forEach(sum::addPart));
        return sum;
    }

    private Callable<List<SlotTotals.OfSegment>> count(int slot, CustomerRange range) {
        return () -> jdbc.query(
                Sql.get("publish/total_slot"), SlotTotals::toSegment, slot, range.from(), range.to(), range.to());
    }

    /** Scores on their way out, one at a time. */
    public static final class ScoreStream implements AutoCloseable {

        private final RowStream rows;

        ScoreStream(RowStream rows) {
            this.rows = rows;
        }

        /** Reads the next score; null at the end. */
        public @Nullable CustomerScore read() {
            return rows.read(ScoreRows::toScore);
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
