package io.allegiance.intake.quarantine;

import io.allegiance.intake.line.RejectionReason;
import io.allegiance.platform.read.RowStream;
import io.allegiance.platform.read.StreamingConnections;
import io.allegiance.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The quarantined lines of files with all that it takes to try them again, in the order of their imports and numbers.
 */
public final class QuarantineStream implements AutoCloseable {

    private final RowStream rows;

    private QuarantineStream(RowStream rows) {
        this.rows = rows;
    }

    /**
     * Opens a stream.
     *
     * @param reason only lines that were refused for it; null for all
     */
    public static QuarantineStream open(StreamingConnections connections, @Nullable RejectionReason reason) {
        String name = reason == null ? null : reason.name();
        RowStream rows = new RowStream(connections);
        rows.query(Sql.get("intake/quarantine/stream_quarantined"), name, name);
        return new QuarantineStream(rows);
    }

    /** Reads the next line; null at the end. */
    public @Nullable QuarantineEntry read() {
        return rows.read(QuarantineEntry::of);
    }

    @Override
    public void close() {
        rows.close();
    }
}
