package io.allegiance.intake.quarantine;

import io.allegiance.platform.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Refused lines of files that a person closes by hand: they wait no more, and who did it and why stays on record. */
@Repository
public final class Dismissals {

    private static final int ROWS_AT_ONCE = 20_000;

    private final JdbcClient jdbc;

    Dismissals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Closes the lines of an id that wait, and returns how many. */
    public long close(RejectionId id, String by, String why) {
        long closed = 0;
        int rows;
        do {
            rows = jdbc.sql(Sql.get("intake/quarantine/close_by_hand"))
                    .param("importId", id.importId())
                    .param("line", id.line())
                    .param("by", by)
                    .param("why", why)
                    .update();
            closed += rows;
        } while (rows == ROWS_AT_ONCE);
        return closed;
    }
}
