package io.allegiance.publish;

import io.allegiance.customer.CustomerOrder;
import io.allegiance.history.store.CustomerCursor;
import io.allegiance.platform.load.BulkLoad;
import io.allegiance.platform.load.BulkLoader;
import io.allegiance.platform.load.BulkStatement;
import io.allegiance.platform.load.OnDuplicateKey;
import io.allegiance.platform.read.RowStream;
import io.allegiance.platform.read.StreamingConnections;
import io.allegiance.platform.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The feed of segment changes: who moved between what readers saw and what they see, in order of customer. */
@Repository
public final class SegmentFeed {

    private static final int SLOTS = 2;

    private final JdbcTemplate jdbc;
    private final BulkLoader loader;
    private final StreamingConnections connections;

    SegmentFeed(JdbcTemplate jdbc, BulkLoader loader, StreamingConnections connections) {
        this.jdbc = jdbc;
        this.loader = loader;
        this.connections = connections;
    }

    /**
     * Adds, in the caller's transaction, the differences between the rows of one slot and those of another. Both are
     * whole by then: rows are never changed, and those of a publication are written before it is published.
     */
    void append(Publication seen, int slotBefore) {
        Segments segments = RowStream.sideBySide(
                connections,
                SLOTS,
                streams -> new Segments(
                        Scores.startSegments(streams.get(0), slotBefore),
                        Scores.startSegments(streams.get(1), seen.slot())));
        try (CustomerCursor<String> before = segments.before();
                CustomerCursor<String> now = segments.now()) {
            jdbc.execute((ConnectionCallback<Long>) connection -> load(connection, seen, before, now));
        }
    }

    private record Segments(CustomerCursor<String> before, CustomerCursor<String> now) {}

    private long load(
            Connection connection, Publication seen, CustomerCursor<String> before, CustomerCursor<String> now)
            throws SQLException {
        BulkLoad rows = loader.into(
                connection,
                new BulkStatement(
                        Sql.get("publish/load_segment_change"),
                        Sql.get("publish/insert_segment_change"),
                        OnDuplicateKey.REFUSE));
        for (String customer = next(before, now); customer != null; customer = next(before, now)) {
            String from = take(customer, before);
            String to = take(customer, now);
            if (!Objects.equals(from, to)) {
                rows.whole(seen.publication())
                        .text(customer)
                        .text(from)
                        .text(to)
                        .date(seen.scoreDate())
                        .endRow();
            }
        }
        return rows.flush();
    }

    private static @Nullable String next(CustomerCursor<String> before, CustomerCursor<String> now) {
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
