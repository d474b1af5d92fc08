package io.allegiance.run;

import io.allegiance.calendar.Closure;
import io.allegiance.calendar.ClosureRules;
import io.allegiance.calendar.DailyLines;
import io.allegiance.calendar.DateRange;
import io.allegiance.calendar.KnownClosures;
import io.allegiance.calendar.OpenDays;
import io.allegiance.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The closures of the shop: as they follow from the lines taken in, and as runs froze them. A line counts for its day as
 * it came, anonymous and rejected ones too.
 */
@Repository
public final class Closures {

    private final JdbcClient jdbc;

    Closures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the closures that are known at each date up to one, from the lines last taken in. */
    public KnownClosures getKnown(LocalDate upTo, ClosureRules rules) {
        return new KnownClosures(
                rules,
                toLines(jdbc.sql(Sql.get("run/list_lines_of_days")).param(upTo).query(Closures::toEntry)));
    }

    /**
     * Returns the closures that are known at each date up to a run's, from the lines that it planned to read and, of other
     * days, those last taken in.
     *
     * @param date the run's business date
     */
    public KnownClosures getKnownIn(long runId, LocalDate date, ClosureRules rules) {
        return new KnownClosures(
                rules,
                toLines(jdbc.sql(Sql.get("run/list_lines_of_days_of_run"))
                        .params(runId, date, runId)
                        .query(Closures::toEntry)));
    }

    /**
     * Stores the closures that a run uses from now on, those known at its date, in the caller's transaction. The run has
     * its plan of days by then.
     */
    public void freeze(long runId, LocalDate date, ClosureRules rules) {
        for (Closure closure : getKnownIn(runId, date, rules).listAsOf(date)) {
            jdbc.sql(Sql.get("run/insert_closure"))
                    .params(runId, closure.range().from(), closure.range().to(), closure.found())
                    .update();
        }
    }

    /** Lists the closures that a run froze, ascending; none in a run of a version that did not know them. */
    public List<Closure> list(long runId) {
        return jdbc.sql(Sql.get("run/list_closures"))
                .param(runId)
                .query((row, number) -> new Closure(
                        new DateRange(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)),
                        row.getBoolean(3)))
                .list();
    }

    /** Returns the open days by the closures that a run froze. */
    public OpenDays getOpenDays(long runId) {
        return OpenDays.without(list(runId).stream().map(Closure::range).toList());
    }

    /**
     * Lists the days with a line up to a run's date, ascending: of the days that it planned to read as it planned them, and of others as
     * last taken in.
     *
     * @param date the run's business date
     */
    public List<LocalDate> listDaysWithLines(long runId, LocalDate date) {
        return jdbc
                .sql(Sql.get("run/list_lines_of_days_of_run"))
                .params(runId, date, runId)
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    private static Map.Entry<LocalDate, Long> toEntry(ResultSet row, int number) throws SQLException {
        return new SimpleImmutableEntry<>(row.getObject(1, LocalDate.class), row.getLong(2));
    }

    private static DailyLines toLines(JdbcClient.MappedQuerySpec<Map.Entry<LocalDate, Long>> rows) {
        return DailyLines.of(rows.list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
