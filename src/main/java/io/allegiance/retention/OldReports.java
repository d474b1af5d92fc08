package io.allegiance.retention;

import io.allegiance.platform.sql.Sql;
import io.allegiance.publish.Publication;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Deletes the reports of dates whose scores are gone: what is deleted of customers is deleted there as well. A report of a date that this
 * database never published stays.
 */
@Repository
public final class OldReports {

    private final JdbcClient jdbc;
    private final NightReports reports;

    OldReports(JdbcClient jdbc, NightReports reports) {
        this.jdbc = jdbc;
        this.reports = reports;
    }

    /** Deletes them; returns how many dates had one. */
    int delete(Runnable between) {
        List<LocalDate> old = list(List.of());
        for (LocalDate date : old) {
            between.run();
            reports.delete(date);
        }
        return old.size();
    }

    /** Counts those that would be deleted if these slots were emptied before. */
    int count(List<Integer> emptied) {
        return list(emptied).size();
    }

    private List<LocalDate> list(List<Integer> emptied) {
        List<LocalDate> there = reports.listDates();
        return there.isEmpty()
                ? there
                : there.stream().filter(listWithoutRows(emptied)::contains).toList();
    }

    private Set<LocalDate> listWithoutRows(List<Integer> emptied) {
        List<Integer> slots = new ArrayList<>(emptied);
        slots.add(Publication.NO_SLOT);
        return new HashSet<>(jdbc.sql(Sql.get("retention/list_dates_without_rows"))
                .param("emptied", slots)
                .query(LocalDate.class)
                .list());
    }
}
