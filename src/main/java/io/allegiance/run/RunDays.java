package io.allegiance.run;

import io.allegiance.calendar.OpenDays;
import io.allegiance.history.DayLineCount;
import io.allegiance.history.SourceRejection;
import io.allegiance.intake.line.DayTotals;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The days that runs take in: their totals when the run opened, the counts of their lines, and the totals last taken
 * in.
 */
@Repository
public final class RunDays {

    private static final int WEEKS_OF_A_YEAR = 52;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    RunDays(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /** Stores the days that a run is to take in; what they refused before is forgotten. */
    public void insert(long runId, List<DayTotals> days) {
        for (DayTotals day : days) {
            jdbc.sql(Sql.get("run/insert_day"))
                    .params(runId, day.businessDate(), day.lineCount(), day.amountSum(), day.checksum())
                    .update();
            jdbc.sql(Sql.get("run/delete_source_rejections"))
                    .param(day.businessDate())
                    .update();
        }
    }

    /** Lists the days that a run is to take in, in order. */
    public List<DayTotals> list(long runId) {
        return jdbc.sql(Sql.get("run/list_days"))
                .param(runId)
                .query(RunDays::toTotals)
                .list();
    }

    /** Saves what one partition made of a day's lines, in place of what it saved before. */
    public void saveCount(long runId, int partition, DayLineCount count) {
        jdbc.sql(Sql.get("run/save_day_count"))
                .params(
                        runId,
                        partition,
                        count.businessDate(),
                        count.takenIn(),
                        count.anonymous(),
                        count.rejected(),
                        count.amountSum(),
                        count.purchaseAmount())
                .update();
    }

    /** Saves how many lines of each day imports refused; 0 for the days that are not named. */
    public void saveRefusedAtImport(long runId, Map<LocalDate, Long> lines) {
        list(runId)
                .forEach(day -> jdbc.sql(Sql.get("run/save_refused_at_import"))
                        .params(lines.getOrDefault(day.businessDate(), 0L), runId, day.businessDate())
                        .update());
    }

    /** Gets how many lines of the days of a run imports had refused when it was last audited; only days with any. */
    public SortedMap<LocalDate, Long> getRefusedAtImport(long runId) {
        SortedMap<LocalDate, Long> lines = new TreeMap<>();
        jdbc.sql(Sql.get("run/list_refused_at_import")).param(runId).query(row -> {
            lines.put(row.getObject(1, LocalDate.class), row.getLong(2));
        });
        return lines;
    }

    /** Counts the lines of the days of a run that imports had refused when it was last audited. */
    public long countRefusedAtImport(long runId) {
        return getRefusedAtImport(runId).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Saves refused lines, in the caller's transaction. */
    public void saveRejections(long runId, List<SourceRejection> rejections) {
        template.batchUpdate(
                Sql.get("run/save_source_rejection"),
                rejections.stream()
                        .map(rejection -> new Object[] {
                            rejection.businessDate(),
                            rejection.transactionId(),
                            rejection.lineKey(),
                            rejection.reason().name(),
                            runId
                        })
                        .toList());
    }

    /**
     * Counts the rejected lines of a run by reason, most lines first. Lines without an id, or with the id of another
     * line, are recorded once, so the sum may be less than the number of rejected lines.
     */
    public List<RejectionCount> listRejectionCounts(long runId) {
        return jdbc.sql(Sql.get("run/count_rejections"))
                .param(runId)
                .query((row, number) -> new RejectionCount(row.getString(1), row.getLong(2)))
                .list();
    }

    /** Lists what all partitions together made of each day, in order of the days. */
    public List<DayLineCount> listCounts(long runId) {
        return jdbc.sql(Sql.get("run/list_day_counts"))
                .param(runId)
                .query((row, number) -> new DayLineCount(
                        row.getObject(1, LocalDate.class),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getBigDecimal(5),
                        row.getBigDecimal(6)))
                .list();
    }

    /** Lists the totals by which days were last taken in, from one date to another, both inclusive. */
    public List<DayTotals> listTakenIn(LocalDate from, LocalDate to) {
        return jdbc.sql(Sql.get("run/list_business_days"))
                .params(from, to)
                .query(RunDays::toTotals)
                .list();
    }

    /** Finds the last day that was taken in. */
    public Optional<LocalDate> findLastTakenIn() {
        return findDate("run/find_last_business_day");
    }

    /** Finds the first day that was taken in. */
    public Optional<LocalDate> findFirstTakenIn() {
        return findDate("run/find_first_business_day");
    }

    private Optional<LocalDate> findDate(String statement) {
        FoundDate found = jdbc.sql(Sql.get(statement))
                .query((row, number) -> new FoundDate(row.getObject(1, LocalDate.class)))
                .single();
        return Optional.ofNullable(found.date());
    }

    private record FoundDate(@Nullable LocalDate date) {}

    /** Lists the days, from one date to another, of which lines wait for a rate of exchange. */
    public List<LocalDate> listLackingRates(LocalDate from, LocalDate to) {
        return jdbc.sql(Sql.get("run/list_days_lacking_rates"))
                .params(from, to, RejectionReason.NO_FX_RATE.name())
                .query(LocalDate.class)
                .list();
    }

    /** Records a day as taken in by a run. */
    public void saveTakenIn(long runId, DayTotals totals, DayLineCount count) {
        jdbc.sql(Sql.get("run/save_business_day"))
                .params(
                        totals.businessDate(),
                        totals.lineCount(),
                        totals.amountSum(),
                        totals.checksum(),
                        count.anonymous(),
                        count.rejected(),
                        runId)
                .update();
    }

    /**
     * Lists the numbers of lines of the open days of the same weekday before a date, newest first, back to the first day
     * that was taken in, and less than a year back; an open day that had no lines is 0.
     */
    public List<Long> listSizesOfSameWeekday(LocalDate date, int most, OpenDays open) {
        LocalDate first = findFirstTakenIn().orElse(date);
        Map<LocalDate, Long> sizes = listTakenIn(date.minusWeeks(WEEKS_OF_A_YEAR), date.minusWeeks(1)).stream()
                .collect(Collectors.toMap(DayTotals::businessDate, DayTotals::lineCount));
        return Stream.iterate(date.minusWeeks(1), day -> !day.isBefore(first), day -> day.minusWeeks(1))
                .limit(WEEKS_OF_A_YEAR)
                .filter(day -> !open.isClosed(day))
                .limit(most)
                .map(day -> sizes.getOrDefault(day, 0L))
                .toList();
    }

    static DayTotals toTotals(ResultSet row, int number) throws SQLException {
        return new DayTotals(
                row.getObject("business_date", LocalDate.class),
                row.getLong("line_count"),
                row.getBigDecimal("amount_sum"),
                row.getBigDecimal("checksum").toBigInteger());
    }
}
