package io.allegiance.publish;

import io.allegiance.history.HistoryColumns;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.history.SharedNames;
import io.allegiance.intake.CustomerOrder;
import io.allegiance.intake.CustomerRange;
import io.allegiance.platform.RowCursor;
import io.allegiance.platform.RowStream;
import io.allegiance.platform.Sql;
import io.allegiance.platform.StreamingConnections;
import io.allegiance.scoring.SegmentBefore;
import io.allegiance.scoring.SegmentState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
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
        ScorableStream stream = new ScorableStream(connections);
        try {
            stream.open(range, after, date, previousSlot == null ? NO_SLOT : previousSlot);
            return stream;
        } catch (DataAccessException e) {
            stream.close();
            throw e;
        }
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

    /** Scorable histories, one at a time: three streams in the same order, side by side. */
    public static final class ScorableStream implements AutoCloseable {

        private final RowStream histories;
        private final RowStream segmentRows;
        private final RowStream referralRows;
        private final SharedNames shared = new SharedNames();
        private @Nullable RowCursor<OfCustomer<SegmentBefore>> segments;
        private @Nullable RowCursor<OfCustomer<Integer>> referrals;

        ScorableStream(StreamingConnections connections) {
            this.histories = new RowStream(connections);
            this.segmentRows = new RowStream(connections);
            this.referralRows = new RowStream(connections);
        }

        void open(CustomerRange range, String after, LocalDate date, int previousSlot) {
            String from = range.from();
            String to = range.to();
            histories.query(Sql.get("scoring/stream_histories"), from, after, to, to);
            segmentRows.query(Sql.get("scoring/stream_segments_before"), previousSlot, from, after, to, to);
            segments = new RowCursor<>(segmentRows, (row, number) -> toSegment(row));
            referralRows.query(Sql.get("scoring/stream_referred_buyers"), date, from, after, to, to);
            referrals =
                    new RowCursor<>(referralRows, (row, number) -> new OfCustomer<>(row.getString(1), row.getInt(2)));
        }

        /** Reads the next; null when there are no more. */
        public @Nullable Scorable read() {
            PurchaseHistory history = histories.next((row, number) -> HistoryColumns.read(row, shared));
            if (history == null) {
                return null;
            }
            Integer referred = find(history.customerId(), referrals);
            return new Scorable(history, referred == null ? 0 : referred, find(history.customerId(), segments));
        }

        /** Those who are in one stream alone are passed over. */
        private static <T> @Nullable T find(String customerId, @Nullable RowCursor<OfCustomer<T>> cursor) {
            OfCustomer<T> ahead = cursor == null ? null : cursor.peek();
            while (cursor != null && ahead != null) {
                int order = CustomerOrder.compare(ahead.customerId(), customerId);
                if (order >= 0) {
                    return order == 0 ? ahead.value() : null;
                }
                cursor.advance();
                ahead = cursor.peek();
            }
            return null;
        }

        private static OfCustomer<SegmentBefore> toSegment(ResultSet row) throws SQLException {
            return new OfCustomer<>(
                    row.getString(1),
                    new SegmentBefore(
                            new SegmentState(row.getString(2), row.getString(3), row.getObject(4, LocalDate.class)),
                            row.getObject(5, Integer.class)));
        }

        @Override
        public void close() {
            try (histories;
                    segmentRows;
                    referralRows) {
                segments = null;
                referrals = null;
            }
        }
    }

    private record OfCustomer<T>(String customerId, T value) {}
}
