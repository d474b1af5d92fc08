package io.allegiance.run;

import io.allegiance.intake.line.RejectionReason;
import io.allegiance.platform.sql.Sql;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Days that the next run reads again regardless of their totals. {@code replay} marks those with refused lines, an
 * import of rates those that may have used one that came or changed, and a night that refused too many lines its own. A
 * night that was begun after the mark takes it away.
 */
@Repository
public final class DayMarks {

    private final JdbcClient jdbc;

    DayMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Marks, in the caller's transaction, the days of which lines were refused for a reason; null for any. */
    public void markRejected(@Nullable RejectionReason reason) {
        String name = reason == null ? null : reason.name();
        jdbc.sql(Sql.get("run/mark_rejected_days"))
                .params(Arrays.asList(name, name))
                .update();
    }

    /** Marks, in the caller's transaction, the days of which a run refused lines, for any run after it. */
    public void markRejectedBy(long runId) {
        jdbc.sql(Sql.get("run/mark_days_of_run")).param(runId).update();
    }

    /** Lists the marked days up to a date, in order. */
    public List<LocalDate> list(LocalDate upTo) {
        return listSince(0, upTo);
    }

    /** Lists, of the marked days up to a date, those that were marked after a run was begun. */
    public List<LocalDate> listSince(long runId, LocalDate upTo) {
        return jdbc.sql(Sql.get("run/list_marked_days"))
                .params(upTo, runId)
                .query(LocalDate.class)
                .list();
    }

    /**
     * Deletes, in the caller's transaction, the marks of days that a run has read, as far as they are older than the
     * run.
     */
    public void clear(long runId) {
        jdbc.sql(Sql.get("run/delete_day_marks")).params(runId, runId).update();
    }
}
