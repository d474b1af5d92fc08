package io.allegiance.intake.feed;

import io.allegiance.platform.sql.Sql;
import io.allegiance.wording.Counted;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Marks days further back than nights look for late lines. Where an import adds or removes lines of such a day, the day
 * is marked, in the transaction of the lines, and the next night reads it again.
 */
final class LateDayMarker {

    private static final Logger LOG = LoggerFactory.getLogger(LateDayMarker.class);

    private final JdbcClient client;
    private final JdbcTemplate template;
    private final int lateDays;
    private final SortedSet<LocalDate> marked = new TreeSet<>();
    private @Nullable Bound bound;

    /**
     * @param lateDays how many days before its date a night looks at
     */
    LateDayMarker(DataSource dataSource, int lateDays) {
        this.client = JdbcClient.create(dataSource);
        this.template = new JdbcTemplate(dataSource);
        this.lateDays = lateDays;
    }

    /**
     * The first day that the next night looks at anyway; null where no day was taken in yet, for then it looks at all.
     */
    private record Bound(@Nullable LocalDate day) {

        boolean isBefore(LocalDate other) {
            return day != null && other.isBefore(day);
        }
    }

    /** Marks those of the days, of which lines came, that are old. */
    void mark(Stream<LocalDate> days) {
        Predicate<LocalDate> isOld = bound()::isBefore;
        mark(days.filter(isOld).distinct().toList());
    }

    /** Marks the old days of lines of transactions that are about to be replaced by an import. */
    void markReplaced(Collection<String> transactionIds, long importId) {
        LocalDate day = bound().day();
        if (day != null) {
            mark(client.sql(Sql.get("intake/feed/list_replaced_days"))
                    .param("transactionIds", transactionIds)
                    .param("importId", importId)
                    .param("before", day)
                    .query(LocalDate.class)
                    .list());
        }
    }

    private Bound bound() {
        if (bound == null) {
            bound = client.sql(Sql.get("intake/feed/find_last_known_day"))
                    .query((row, number) -> {
                        LocalDate last = row.getObject("last_day", LocalDate.class);
                        return new Bound(last == null ? null : last.plusDays(1).minusDays(lateDays));
                    })
                    .single();
        }
        return bound;
    }

    private void mark(List<LocalDate> days) {
        List<LocalDate> fresh = days.stream().filter(marked::add).toList();
        if (fresh.isEmpty()) {
            return;
        }
        template.batchUpdate(
                Sql.get("intake/feed/mark_day"),
                fresh.stream().map(day -> new Object[] {day}).toList());
        LOG.warn(
                "import: lines of {} from {} on, further back than the {} that nights look at; the next night"
                        + " reads them again",
                Counted.of(marked.size(), "day"),
                marked.first(),
                Counted.of(lateDays, "day"));
    }
}
