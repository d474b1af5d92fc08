package io.allegiance.history.store;

import io.allegiance.platform.load.BulkLoad;
import io.allegiance.platform.load.BulkLoader;
import io.allegiance.platform.load.BulkRow;
import io.allegiance.platform.load.BulkStatement;
import io.allegiance.platform.load.OnDuplicateKey;
import io.allegiance.platform.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes how customers' days differ: the day with its products, and that the customer's history is due. */
@Repository
public final class DayWriter {

    private final JdbcTemplate jdbc;
    private final BulkLoader loader;

    DayWriter(JdbcTemplate jdbc, BulkLoader loader) {
        this.jdbc = jdbc;
        this.loader = loader;
    }

    /** Writes changes in the caller's transaction; rows of a day that was there before give way. */
    public void write(List<? extends DayChange> changes) {
        deleteReplaced(changes);
        jdbc.execute((ConnectionCallback<Long>) connection -> load(connection, changes));
        markDue(changes);
    }

    /** A day after the date of the histories changes none of them; when their date passes it, its customers become due. */
    private void markDue(List<? extends DayChange> changes) {
        LocalDate asOf = jdbc.queryForObject(
                Sql.get("history/store/find_as_of"), (row, number) -> row.getObject(1, LocalDate.class));
        if (asOf == null) {
            return;
        }
        List<Object[]> due = changes.stream()
                .filter(change -> !change.businessDate().isAfter(asOf))
                .map(change -> new Object[] {change.customerId()})
                .toList();
        jdbc.batchUpdate(Sql.get("history/store/insert_due"), due);
    }

    private void deleteReplaced(List<? extends DayChange> changes) {
        List<Object[]> replaced = changes.stream()
                .filter(DayChange::replaces)
                .map(change -> new Object[] {change.customerId(), change.businessDate()})
                .toList();
        jdbc.batchUpdate(Sql.get("history/store/delete_day"), replaced);
    }

    private long load(Connection connection, List<? extends DayChange> changes) throws SQLException {
        BulkLoad days = loader.into(
                connection,
                new BulkStatement(
                        Sql.get("history/store/load_customer_day"),
                        Sql.get("history/store/insert_customer_day"),
                        OnDuplicateKey.REFUSE));
        for (DayChange change : changes) {
            BulkRow row = change.row();
            if (row != null) {
                days.row(row);
            }
        }
        return days.flush();
    }
}
