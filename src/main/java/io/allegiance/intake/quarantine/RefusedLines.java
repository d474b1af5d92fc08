package io.allegiance.intake.quarantine;

import io.allegiance.intake.line.RejectionReason;
import io.allegiance.platform.sql.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The lines of transaction files that imports refused and that wait, by the day for which they count. A line whose date
 * cannot be read counts for the days that its file spans, each in proportion to what the file landed of it, rounded up;
 * where the file landed nothing itself, in proportion to all lines of the days.
 */
@Repository
public final class RefusedLines {

    private final JdbcClient jdbc;

    RefusedLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The refused lines of a day and a reason.
     *
     * @param lines at least 1
     */
    public record OfDay(LocalDate day, RejectionReason reason, long lines) {}

    /** Refused lines of a file without a readable date. */
    private record Undated(long importId, LocalDate firstDay, LocalDate lastDay, RejectionReason reason, long lines) {}

    /** Counts the refused lines that wait, for some days. */
    public List<OfDay> count(Collection<LocalDate> days) {
        SortedSet<LocalDate> sorted = new TreeSet<>(days);
        if (sorted.isEmpty()) {
            return List.of();
        }
        List<OfDay> counts = new ArrayList<>(jdbc.sql(Sql.get("intake/quarantine/count_refused_of_days"))
                .param("days", sorted)
                .query((row, number) -> new OfDay(
                        row.getObject(1, LocalDate.class), RejectionReason.valueOf(row.getString(2)), row.getLong(3)))
                .list());
        listUndated(sorted.first(), sorted.last()).forEach(undated -> counts.addAll(share(undated, sorted)));
        return List.copyOf(counts);
    }

    private List<Undated> listUndated(LocalDate from, LocalDate to) {
        return jdbc.sql(Sql.get("intake/quarantine/count_refused_without_day"))
                .params(from, to)
                .query((row, number) -> new Undated(
                        row.getLong("import_id"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        RejectionReason.valueOf(row.getString("reason")),
                        row.getLong("refused")))
                .list();
    }

    private static long partOf(long lines, long part, long all) {
        return (lines * part + all - 1) / all;
    }

    private List<OfDay> share(Undated undated, SortedSet<LocalDate> days) {
        Map<LocalDate, Long> lines = countLanded(undated);
        long all = lines.values().stream().mapToLong(Long::longValue).sum();
        return days.stream()
                .filter(lines::containsKey)
                .map(day -> new OfDay(day, undated.reason(), partOf(undated.lines(), lines.getOrDefault(day, 0L), all)))
                .toList();
    }

    private Map<LocalDate, Long> countLanded(Undated undated) {
        Map<LocalDate, Long> own = countLanded(undated, undated.importId());
        return own.isEmpty() ? countLanded(undated, null) : own;
    }

    private Map<LocalDate, Long> countLanded(Undated undated, @Nullable Long importId) {
        Map<LocalDate, Long> lines = new TreeMap<>();
        jdbc.sql(Sql.get("intake/quarantine/count_landed_of_days"))
                .param("from", undated.firstDay())
                .param("to", undated.lastDay())
                .param("importId", importId)
                .query(row -> {
                    lines.put(row.getObject(1, LocalDate.class), row.getLong(2));
                });
        return lines;
    }
}
