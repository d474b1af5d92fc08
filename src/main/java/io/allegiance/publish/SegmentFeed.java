package io.allegiance.publish;

import io.allegiance.history.store.CustomerCursor;
import io.allegiance.platform.load.BulkLoader;
import io.allegiance.platform.read.RowStream;
import io.allegiance.platform.read.StreamingConnections;
import io.allegiance.platform.sql.Sql;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The feed of segment changes: who moved between what readers saw and what they see, in order of customer, under numbers
 * without gaps. The rows of a move are written before it, in transactions of bounded size, with numbers above the last one that
 * readers see. Whoever moves the pointer makes them visible. Rows of a move that never came about are deleted by the next one,
 * which gives their numbers again: no reader has seen them.
 */
@Repository
public final class SegmentFeed {

    private static final int SLOTS = 2;

    private final JdbcTemplate jdbc;
    private final BulkLoader loader;
    private final StreamingConnections connections;
    private final TransactionTemplate separately;
    private final int batch;

    /** @param batch most rows in a transaction, 1 or more */
    SegmentFeed(
            JdbcTemplate jdbc,
            BulkLoader loader,
            StreamingConnections connections,
            PlatformTransactionManager transactions,
            @Value("${allegiance.nightly.chunk.scores:20000}") int batch) {
        this.jdbc = jdbc;
        this.loader = loader;
        this.connections = connections;
        this.separately = new TransactionTemplate(transactions);
        separately.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.batch = batch;
    }

    /**
     * A move of the readers.
     *
     * @param publication the number of the publication that they are moved to
     * @param scoreDate its business date
     * @param slotBefore the slot that they see; {@link Publication#NO_SLOT} before the first publication
     * @param slot the slot of that publication
     */
    record Move(long publication, LocalDate scoreDate, int slotBefore, int slot) {}

    /**
     * Writes the differences between the rows of one slot and those of another, in transactions of their own. Both slots are
     * whole by then: rows are never changed, and those of a publication are written before it is published. Readers see nothing
     * of it until the pointer has the number that this returns.
     *
     * @return the number of the last change that readers are to see; that of now where nothing differs
     */
    long prepare(Move move) {
        long last = lastSeen();
        deletePending();
        if (move.slotBefore() == move.slot()) {
            return last;
        }
        Segments segments = RowStream.sideBySide(
                connections,
                SLOTS,
                streams -> new Segments(
                        Scores.startSegments(streams.get(0), move.slotBefore()),
                        Scores.startSegments(streams.get(1), move.slot())));
        try (CustomerCursor<String> before = segments.before();
                CustomerCursor<String> now = segments.now()) {
            SegmentDifferences differences = new SegmentDifferences(move, before, now, last);
            int written;
            do {
                written = inTransaction(() -> load(differences));
            } while (written == batch);
            return differences.last();
        }
    }

    private record Segments(CustomerCursor<String> before, CustomerCursor<String> now) {}

    private long lastSeen() {
        return Objects.requireNonNull(jdbc.queryForObject(Sql.get("publish/find_last_change"), Long.class));
    }

    private void deletePending() {
        int deleted;
        do {
            deleted = inTransaction(() -> jdbc.update(Sql.get("publish/delete_pending_changes"), batch));
        } while (deleted == batch);
    }

    private int load(SegmentDifferences differences) {
        return Objects.requireNonNull(
                jdbc.execute((ConnectionCallback<Integer>) connection -> differences.load(loader, connection, batch)));
    }

    private int inTransaction(Supplier<Integer> work) {
        return Objects.requireNonNull(separately.execute(status -> work.get()));
    }
}
