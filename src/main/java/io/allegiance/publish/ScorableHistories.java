package io.allegiance.publish;

import io.allegiance.history.HistoryColumns;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.intake.CustomerRange;
import io.allegiance.platform.RowStream;
import io.allegiance.platform.Sql;
import io.allegiance.platform.StreamingConnections;
import io.allegiance.scoring.SegmentBefore;
import io.allegiance.scoring.SegmentState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
     * @param before from the publication before; null where the customer was not in it
     */
    public record Scorable(
            PurchaseHistory history, @Nullable SegmentBefore before) {}

    /**
     * Streams a range of customers in order.
     *
     * @param after only customers beyond this one; empty for all of the range
     * @param previousSlot where the publication before lies; null where there is none
     */
    public ScorableStream stream(CustomerRange range, String after, @Nullable Integer previousSlot) {
        RowStream rows = new RowStream(connections);
        rows.query(
                Sql.get("scoring/stream_histories"),
                previousSlot == null ? NO_SLOT : previousSlot,
                range.from(),
                after,
                range.to(),
                range.to());
        return new ScorableStream(rows);
    }

    /** Hands over the histories of all customers with a purchase day, in any order. */
    public void forEachPurchaser(Consumer<PurchaseHistory> consumer) {
        try (RowStream rows = new RowStream(connections)) {
            rows.query(Sql.get("scoring/stream_purchasers"));
            for (PurchaseHistory next = read(rows); next != null; next = read(rows)) {
                consumer.accept(next);
            }
        }
    }

    private static @Nullable PurchaseHistory read(RowStream rows) {
        return rows.next((row, number) -> HistoryColumns.read(row));
    }

    /** Scorable histories, one at a time. */
    public static final class ScorableStream implements AutoCloseable {

        private final RowStream rows;

        ScorableStream(RowStream rows) {
            this.rows = rows;
        }

        /** Reads the next; null when there are no more. */
        public @Nullable Scorable read() {
            return rows.next(ScorableHistories::toScorable);
        }

        @Override
        public void close() {
            rows.close();
        }
    }

    private static Scorable toScorable(ResultSet row, int number) throws SQLException {
        int next = HistoryColumns.COUNT + 1;
        String segment = row.getString(next);
        SegmentBefore before = segment == null
                ? null
                : new SegmentBefore(
                        new SegmentState(segment, row.getString(next + 1), row.getObject(next + 2, LocalDate.class)),
                        row.getObject(next + 3, Integer.class));
        return new Scorable(HistoryColumns.read(row), before);
    }
}
