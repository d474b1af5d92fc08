package io.allegiance.intake.feed;

import io.allegiance.platform.sql.Sql;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Marks days whose lines were taken out or put back, however old they are, in the transaction of the lines. Their
 * totals do not tell: a run that was cut off may have taken the lines in already. Days that no run has looked at need no
 * mark.
 */
final class ReadAgainDays {

    private final JdbcClient client;
    private final JdbcTemplate template;
    private final Set<LocalDate> marked = new HashSet<>();
    private @Nullable Set<LocalDate> known;

    ReadAgainDays(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
        this.template = new JdbcTemplate(dataSource);
    }

    /** Marks those of the days that runs have taken in or planned to. */
    void mark(Collection<LocalDate> days) {
        List<LocalDate> fresh =
                days.stream().filter(known()::contains).distinct().sorted().toList();
        marked.addAll(fresh);
        template.batchUpdate(
                Sql.get("intake/feed/mark_day"),
                fresh.stream().map(day -> new Object[] {day}).toList());
    }

    /** Returns how many days were marked. */
    int count() {
        return marked.size();
    }

    /** No run begins while an import or an undo holds the lease, so once is enough. */
    private Set<LocalDate> known() {
        if (known == null) {
            known = new HashSet<>(client.sql(Sql.get("intake/feed/list_days_of_runs"))
                    .query(LocalDate.class)
                    .list());
        }
        return known;
    }
}
