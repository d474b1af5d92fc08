package io.allegiance.publish;

import io.allegiance.customer.CustomerRange;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.history.SharedNames;
import io.allegiance.history.store.CustomerCursor;
import io.allegiance.history.store.HistoryColumns;
import io.allegiance.platform.read.Columns;
import io.allegiance.platform.read.ReadAhead;
import io.allegiance.platform.read.RowStream;
import io.allegiance.platform.read.StreamingConnections;
import io.allegiance.platform.sql.Sql;
import io.allegiance.scoring.PreviousSegment;
import io.allegiance.scoring.SegmentState;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The histories of all customers as scoring reads them: each with its state in the publication before. */
@Repository
public final class ScorableHistories {

    private static final int STREAMS = 3;
    private static final int STREAMS_OF_PURCHASERS = 2;
    private static final CustomerRange ALL = new CustomerRange(0, "", null);

    private final StreamingConnections connections;

    ScorableHistories(StreamingConnections connections) {
        this.connections = connections;
    }

    /**
     * A history on its way to a score.
     *
     * @param history as of the score date
     * @param referredBuyers referred customers who bought since
     * @param before from the publication before; null where the customer was not in it
     */
    public record Scorable(
            PurchaseHistory history,
            int referredBuyers,
            @Nullable PreviousSegment before) {}

    /**
     * Streams a range of customers in order.
     *
     * @param after only customers beyond this one; empty for all of the range
     * @param date the score date
     * @param previousSlot the slot of the previous publication, or {@link Publication#NO_SLOT}
     */
    public ScorableStream stream(CustomerRange range, String after, LocalDate date, int previousSlot) {
        return RowStream.sideBySide(connections, STREAMS, streams -> {
            RowStream histories = streams.get(0);
            histories.query(Sql.get("publish/stream_histories"), range.from(), after, range.to(), range.to());
            return new ScorableStream(
                    histories,
                    segments(streams.get(1), previousSlot, range, after),
                    referrals(streams.get(2), date, range, after));
        });
    }

    private static CustomerCursor<PreviousSegment> segments(
            RowStream rows, int slot, CustomerRange range, String after) {
        rows.query(Sql.get("publish/stream_segments_before"), slot, range.from(), after, range.to(), range.to());
        return new CustomerCursor<>(rows, ScorableHistories::toSegment);
    }

    private static PreviousSegment toSegment(Columns row) throws SQLException {
        return new PreviousSegment(
                new SegmentState(row.requiredText(2), row.text(3), row.requiredDay(4)), row.wholeOrNull(5));
    }

    /** Passes all customers with a purchase day to the consumer, in order, without the names of their categories. */
    public void forEachPurchaser(LocalDate date, Consumer<Scorable> consumer) {
        try (ScorableStream purchasers = RowStream.sideBySide(connections, STREAMS_OF_PURCHASERS, streams -> {
            streams.get(0).query(Sql.get("publish/stream_purchasers"));
            return new ScorableStream(streams.get(0), null, referrals(streams.get(1), date, ALL, ""));
        })) {
            ReadAhead.forEach(purchasers::read, consumer);
        }
    }

    private static @Nullable PurchaseHistory read(RowStream rows, SharedNames shared) {
        return rows.read(row -> HistoryColumns.read(row, shared));
    }

    private static CustomerCursor<Integer> referrals(
            RowStream rows, LocalDate date, CustomerRange range, String after) {
        rows.query(Sql.get("publish/stream_referred_buyers"), date, range.from(), after, range.to(), range.to());
        return new CustomerCursor<>(rows, row -> row.whole(2));
    }

    private static int referredBuyers(PurchaseHistory history, CustomerCursor<Integer> cursor) {
        Integer found = cursor.readUpTo(history.customerId());
        return found == null ? 0 : found;
    }

    /** Scorable histories, one at a time: three streams in the same order, side by side. */
    public static final class ScorableStream implements AutoCloseable {

        private final RowStream histories;
        private final @Nullable CustomerCursor<PreviousSegment> segments;
        private final CustomerCursor<Integer> referrals;
        private final SharedNames shared = new SharedNames();

        ScorableStream(
                RowStream histories,
                @Nullable CustomerCursor<PreviousSegment> segments,
                CustomerCursor<Integer> referrals) {
            this.histories = histories;
            this.segments = segments;
            this.referrals = referrals;
        }

        /** Reads the next; null at the end. */
        public @Nullable Scorable read() {
            PurchaseHistory history = ScorableHistories.read(histories, shared);
            return history == null
                    ? null
                    : new Scorable(
                            history,
                            referredBuyers(history, referrals),
                            segments == null ? null : segments.readUpTo(history.customerId()));
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
