package io.allegiance.run;

import io.allegiance.intake.line.DayTotals;
import io.allegiance.intake.source.SourceTransactions;
import io.allegiance.platform.sql.Sql;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The days whose lines came, went or changed after the night that looked at them last, and that the next night reads. */
@Repository
public final class WaitingDays {

    private final JdbcClient jdbc;
    private final SourceTransactions source;
    private final DayMarks marks;

    WaitingDays(JdbcClient jdbc, SourceTransactions source, DayMarks marks) {
        this.jdbc = jdbc;
        this.source = source;
        this.marks = marks;
    }

    /**
     * A day that waits.
     *
     * @param more how many lines more it has than a night saw; below 0 where there are fewer, and 0 where lines only changed or the
     *     day is to be read again for another reason, such as a rate of exchange that landed
     */
    public record Waiting(LocalDate date, long more) {}

    /**
     * Lists the waiting days up to a published date, in order: those of the days that nights look back whose lines differ
     * from those that the newest complete night of the date or a later one knew, and those marked since, however far back.
     * What a training has read since waits as well, for no scores have it. Reads the totals of the days looked back to.
     *
     * @param run a complete night
     */
    public List<Waiting> list(Run run, int lateDays) {
        LocalDate date = run.businessDate();
        LocalDate from = date.minusDays(lateDays);
        long newest = Math.max(run.runId(), getNewestNight(date));
        Map<LocalDate, DayTotals> now = byDate(source.listDayTotals(from, date));
        Map<LocalDate, DayTotals> seen = byDate(listSeen(newest, from, date));
        Set<LocalDate> marked = new HashSet<>(marks.listSince(newest, date));
        return Stream.of(now.keySet(), seen.keySet(), marked)
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .filter(day -> marked.contains(day) || !of(day, now).sameAs(of(day, seen)))
                .map(day -> new Waiting(
                        day, of(day, now).lineCount() - of(day, seen).lineCount()))
                .map(day -> day.date().isBefore(from) ? new Waiting(day.date(), 0) : day)
                .toList();
    }

    private long getNewestNight(LocalDate date) {
        return jdbc.sql(Sql.get("run/find_newest_night"))
                .params(JobName.NIGHTLY.title(), date)
                .query(Long.class)
                .single();
    }

    private List<DayTotals> listSeen(long upToRun, LocalDate from, LocalDate to) {
        return jdbc.sql(Sql.get("run/list_days_seen"))
                .params(upToRun, from, to, upToRun, from, to, upToRun)
                .query(RunDays::toTotals)
                .list();
    }

    private static DayTotals of(LocalDate day, Map<LocalDate, DayTotals> totals) {
        return totals.getOrDefault(day, DayTotals.empty(day));
    }

    private static Map<LocalDate, DayTotals> byDate(List<DayTotals> days) {
        return days.stream().collect(Collectors.toMap(DayTotals::businessDate, Function.identity()));
    }
}
