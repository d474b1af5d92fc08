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
import org.springframework.stereotype.Repository;

/** The histories of all customers as scoring reads them: each with what the publication before says. */
@Repository
public final class ScorableHistories {

    private static final int NO_SLOT = -1;
    private static final int STREAMS = 3;
    private static final CustomerRange ALL = new CustomerRange(0, "", null);

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
        return RowStream.sideBySide(connections, STREAMS, streams -> {
            RowStream histories = streams.get(0);
            histories.query(Sql.get("scoring/stream_histories"), range.from(), after, range.to(), range.to());
            return new ScorableStream(
                    histories,
                    segments(streams.get(1), previousSlot == null ? NO_SLOT : previousSlot, range, after),
                    referrals(streams.get(2), date, range, after));
        });
    }

    private static RowCursor<OfCustomer<SegmentBefore>> segments(
            RowStream rows, int slot, CustomerRange range, String after) {
        rows.query(Sql.get("scoring/stream_segments_before"), slot, range.from(), after, range.to(), range.to());
        return new RowCursor<>(rows, ScorableHistories::toSegment);
    }

    private static OfCustomer<SegmentBefore> toSegment(ResultSet row, int number) throws SQLException {
        return new OfCustomer<>(
                row.getString(1),
                new SegmentBefore(
                        new SegmentState(row.getString(2), row.getString(3), row.getObject(4, LocalDate.class)),
                        row.getObject(5, Integer.class)));
    }

    /** What is done with a customer: the history, and as many referred customers as in {@link Scorable}. */
    @FunctionalInterface
    public interface Purchasers {
        void take(PurchaseHistory history, int referredBuyers);
    }

    /** Hands over all customers with a purchase day, in order, without the names of their categories. */
    public void forEachPurchaser(LocalDate date, Purchasers consumer) {
        try (RowStream rows = new RowStream(connections);
                RowStream referralRows = new RowStream(connections)) {
            rows.query(Sql.get("scoring/stream_purchasers"));
            RowCursor<OfCustomer<Integer>> referrals = referrals(referralRows, date, ALL, "");
            SharedNames shared = new SharedNames();
            for (PurchaseHistory next = read(rows, shared); next != null; next = read(rows, shared)) {
                consumer.take(next, referredBuyers(next, referrals));
            }
        }
    }

    private static @Nullable PurchaseHistory read(RowStream rows, SharedNames shared) {
        return rows.next((row, number) -> HistoryColumns.read(row, shared));
    }

    private static RowCursor<OfCustomer<Integer>> referrals(
            RowStream rows, LocalDate date, CustomerRange range, String after) {
        rows.query(Sql.get("scoring/stream_referred_buyers"), date, range.from(), after, range.to(), range.to());
        return new RowCursor<>(rows, (row, number) -> new OfCustomer<>(row.getString(1), row.getInt(2)));
    }

    private record OfCustomer<T>(String customerId, T value) {}

    /** Finds what the next rows say of a customer; those who are in one stream alone are passed over. */
    private static <T> @Nullable T find(String customerId, RowCursor<OfCustomer<T>> cursor) {
        for (OfCustomer<T> ahead = cursor.peek(); ahead != null; ahead = cursor.peek()) {
            int order = CustomerOrder.compare(ahead.customerId(), customerId);
            if (order >= 0) {
                return order == 0 ? ahead.value() : null;
            }
            cursor.advance();
        }
        return null;
    }

    private static int referredBuyers(PurchaseHistory history, RowCursor<OfCustomer<Integer>> cursor) {
        Integer found = find(history.customerId(), cursor);
        return found == null ? 0 : found;
    }

    /** Scorable histories, one at a time: three streams in the same order, side by side. */
    public static final class ScorableStream implements AutoCloseable {

        private final RowStream histories;
        private final RowCursor<OfCustomer<SegmentBefore>> segments;
        private final RowCursor<OfCustomer<Integer>> referrals;
        private final SharedNames shared = new SharedNames();

        ScorableStream(
                RowStream histories,
                RowCursor<OfCustomer<SegmentBefore>> segments,
                RowCursor<OfCustomer<Integer>> referrals) {
            this.histories = histories;
            this.segments = segments;
            this.referrals = referrals;
        }

        /** Reads the next; null when there are no more. */
        public @Nullable Scorable read() {
            PurchaseHistory history = ScorableHistories.read(histories, shared);
            return history == null
                    ? null
                    : new Scorable(history, referredBuyers(history, referrals), find(history.customerId(), segments));
        }

        @Override
        public void close() {
            try (histories;
                    segments;
                    referrals) {
                // All three, also when one of them fails.
            }
        }
    }
}
