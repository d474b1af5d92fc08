package io.allegiance.publish;

import io.allegiance.history.HistoryColumns;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.history.SharedNames;
import io.allegiance.intake.CustomerRange;
import io.allegiance.platform.RowStream;
import io.allegiance.platform.Sql;
import io.allegiance.platform.StreamingConnections;
import io.allegiance.scoring.SegmentBefore;
import io.allegiance.scoring.SegmentState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The histories of all customers as scoring reads them: each with what the publication before says. */
@Repository
public final class ScorableHistories {

    private static final int NO_SLOT = -1;

    private final StreamingConnections connections;

    ScorableHistories(StreamingConnections connections) {
        this.connections = connections;
    }

    /**
     * A history on its way to a score.
     *
     * @param history as of the score date
     * @param referredBuyers customers whom this one referred by then and who bought since
     * @param before from the publication before; null where the customer was not in it
     */
    public record Scorable(
            PurchaseHistory history,
            int referredBuyers,
            @Nullable SegmentBefore before) {}

    /**
     * Streams a range of customers in order.
     *
     * @param after only customers beyond this one; empty for all of the range
     * @param date the score date
     * @param previousSlot where the publication before lies; null where there is none
     */
    public ScorableStream stream(CustomerRange range, String after, LocalDate date, @Nullable Integer previousSlot) {
        RowStream rows = new RowStream(connections);
        rows.query(
                Sql.get("scoring/stream_histories"),
                date,
                previousSlot == null ? NO_SLOT : previousSlot,
                range.from(),
                after,
                range.to(),
                range.to());
        return new ScorableStream(rows);
    }

    /** What is done with a customer: the history, and as many referred customers as in {@link Scorable}. */
    @FunctionalInterface
    public interface Purchasers {
        void take(PurchaseHistory history, int referredBuyers);
    }

    /** Hands over all customers with a purchase day, without the names of their categories, in any order. */
    public void forEachPurchaser(LocalDate date, Purchasers consumer) {
        try (RowStream rows = new RowStream(connections)) {
            rows.query(Sql.get("scoring/stream_purchasers"), date);
            SharedNames shared = new SharedNames();
            for (Scorable next = read(rows, shared); next != null; next = read(rows, shared)) {
                consumer.take(next.history(), next.referredBuyers());
            }
        }
    }

    private static @Nullable Scorable read(RowStream rows, SharedNames shared) {
        return rows.next((row, number) ->
                new Scorable(HistoryColumns.read(row, shared), row.getInt(HistoryColumns.COUNT + 1), null));
    }

    /** Gets what reads a row of the query that scoring streams. */
    public static RowMapper<Scorable> mapper() {
        SharedNames shared = new SharedNames();
        return (row, number) -> toScorable(row, shared);
    }

    /** Scorable histories, one at a time. */
    public static final class ScorableStream implements AutoCloseable {

        private final RowStream rows;
        private final SharedNames shared = new SharedNames();

        ScorableStream(RowStream rows) {
            this.rows = rows;
        }

        /** Reads the next; null when there are no more. */
        public @Nullable Scorable read() {
            return rows.next((row, number) -> toScorable(row, shared));
        }

        @Override
        public void close() {
            rows.close();
        }
    }

    /** Column by column as they stand: the driver finds one behind the last by skipping what lies between. */
    private static Scorable toScorable(ResultSet row, SharedNames shared) throws SQLException {
        PurchaseHistory history = HistoryColumns.read(row, shared);
        int referredBuyers = row.getInt(HistoryColumns.COUNT + 1);
        int next = HistoryColumns.COUNT + 2;
        String segment = row.getString(next);
        SegmentBefore before = segment == null
                ? null
                : new SegmentBefore(
                        new SegmentState(segment, row.getString(next + 1), row.getObject(next + 2, LocalDate.class)),
                        row.getObject(next + 3, Integer.class));
        return new Scorable(history, referredBuyers, before);
    }
}
