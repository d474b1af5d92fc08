package io.allegiance.publish;

import io.allegiance.customer.CustomerOrder;
import io.allegiance.history.store.CustomerCursor;
import io.allegiance.platform.load.BulkLoad;
import io.allegiance.platform.load.BulkLoader;
import io.allegiance.platform.load.BulkStatement;
import io.allegiance.platform.load.OnDuplicateKey;
import io.allegiance.platform.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The customers whose segment differs between two slots, in their order, numbered as rows of the feed. For one use. */
final class SegmentDifferences {

    private final SegmentFeed.Move move;
    private final CustomerCursor<String> before;
    private final CustomerCursor<String> now;
    private long last;

    /** @param last the number before the first that is given */
    SegmentDifferences(SegmentFeed.Move move, CustomerCursor<String> before, CustomerCursor<String> now, long last) {
        this.move = move;
        this.before = before;
        this.now = now;
        this.last = last;
    }

    /** Returns the number that was given last. */
    long last() {
        return last;
    }

    /**
     * Writes the next differences in the connection's transaction.
     *
     * @param most how many at most
     * @return how many; fewer than the most when there are no more
     */
    int load(BulkLoader loader, Connection connection, int most) throws SQLException {
        BulkLoad rows = loader.into(
                connection,
                new BulkStatement(
                        Sql.get("publish/load_segment_change"),
                        Sql.get("publish/insert_segment_change"),
                        OnDuplicateKey.REFUSE));
        int written = 0;
        for (String customer = next(); customer != null; customer = written < most ? next() : null) {
            String from = take(customer, before);
            String to = take(customer, now);
            if (!Objects.equals(from, to)) {
                write(rows, customer, from, to);
                written++;
            }
        }
        rows.flush();
        return written;
    }

    private void write(BulkLoad rows, String customer, @Nullable String from, @Nullable String to) throws SQLException {
        last++;
        rows.whole(last)
                .whole(move.publication())
                .text(customer)
                .text(from)
                .text(to)
                .date(move.scoreDate())
                .endRow();
    }

    private @Nullable String next() {
        String left = before.customerId();
        String right = now.customerId();
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        return CustomerOrder.compare(left, right) <= 0 ? left : right;
    }

    private static @Nullable String take(String customer, CustomerCursor<String> cursor) {
        if (!customer.equals(cursor.customerId())) {
            return null;
        }
        String segment = cursor.value();
        cursor.advance();
        return segment;
    }
}
