package io.allegiance.run;

import io.allegiance.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The confirmations of unusual days, in the table of runs. */
@Repository
public final class Confirmations {

    private final JdbcClient jdbc;

    Confirmations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds the confirmation that a run has. */
    public Optional<Confirmation> find(long runId) {
        return jdbc.sql(Sql.get("run/find_confirmation"))
                .param(runId)
                .query(Confirmations::toConfirmation)
                .optional();
    }

    /**
     * Lists the confirmed nights before a date, newest first, with no line taken in from their date to the day before
     * this one.
     */
    public List<Confirmation> listSinceLines(LocalDate date) {
        return jdbc.sql(Sql.get("run/list_confirmations_since_lines"))
                .params(date, date)
                .query(Confirmations::toConfirmation)
                .list();
    }

    /** Records that the confirmation of an earlier date covers a run too, in the caller's transaction. */
    public void cover(long runId, Confirmation earlier) {
        jdbc.sql(Sql.get("run/cover_run"))
                .params(earlier.decision().by(), earlier.decision().reason(), earlier.at(), earlier.date(), runId)
                .update();
    }

    private static Confirmation toConfirmation(ResultSet row, int number) throws SQLException {
        return new Confirmation(
                row.getLong("run_id"),
                row.getObject("confirmed_date", LocalDate.class),
                new Decision(row.getString("confirmed_by"), row.getString("confirmed_reason")),
                row.getObject("confirmed_at", LocalDateTime.class));
    }
}
