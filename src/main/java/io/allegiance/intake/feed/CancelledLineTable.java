package io.allegiance.intake.feed;

import io.allegiance.platform.sql.KeyBatches;
import io.allegiance.platform.sql.Sql;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of {@code cancelled_transaction} and {@code cancelled_line}. All that it writes is in the caller's
 * transaction.
 */
final class CancelledLineTable {

    private final JdbcClient client;
    private final JdbcTemplate template;
    private final JdbcTemplate streaming;
    private final ReadAgainDays days;

    CancelledLineTable(DataSource dataSource, ReadAgainDays days) {
        this.client = JdbcClient.create(dataSource);
        this.template = new JdbcTemplate(dataSource);
        this.streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(Integer.MIN_VALUE);
        this.days = days;
    }

    /** Counts of lines that were landed: all of some transactions, and those that one import landed. */
    record Counts(long all, long own) {

        Counts plus(Counts other) {
            return new Counts(all + other.all, own + other.own);
        }
    }

    /** Reads which transactions are cancelled. */
    CancelledFilter loadFilter() {
        CancelledFilter filter = new CancelledFilter();
        streaming.query(Sql.get("intake/feed/stream_cancelled_transactions"), row -> {
            filter.add(row.getString(1));
        });
        return filter;
    }

    /** Lists those of some transactions that are cancelled. */
    Set<String> listCancelled(Collection<String> transactionIds) {
        Set<String> found = new HashSet<>();
        KeyBatches.of(List.copyOf(transactionIds))
                .forEach(ids -> found.addAll(list("intake/feed/find_cancelled_transactions", ids)));
        return found;
    }

    /** Cancels transactions that are not, takes their lines out of what nights read, and counts these. */
    Counts cancel(List<String> transactionIds, long importId) {
        template.batchUpdate(
                Sql.get("intake/feed/insert_cancelled_transaction"),
                transactionIds.stream().map(id -> new Object[] {id, importId}).toList());
        return KeyBatches.of(transactionIds).stream()
                .map(ids -> moveOut(ids, importId))
                .reduce(new Counts(0, 0), Counts::plus);
    }

    private Counts moveOut(List<String> transactionIds, long importId) {
        Counts counts = client.sql(Sql.get("intake/feed/count_lines_of_transactions"))
                .param("transactionIds", transactionIds)
                .param("importId", importId)
                .query((row, number) -> new Counts(row.getLong("landed"), row.getLong("own")))
                .single();
        if (counts.all() > 0) {
            days.mark(listDays("intake/feed/list_days_of_transactions", transactionIds));
            update("intake/feed/move_cancelled_lines", transactionIds);
            update("intake/feed/delete_lines_of_transactions", transactionIds);
        }
        return counts;
    }

    /** Keeps lines of cancelled transactions, the first of each key. */
    void keep(List<KeyedLine> lines, long importId) {
        template.batchUpdate(
                Sql.get("intake/feed/insert_cancelled_line"),
                lines.stream()
                        .map(line -> TransactionLineTable.columns(line, importId))
                        .toList());
    }

    /** Forgets that earlier imports cancelled some transactions, with the lines of these, and counts both. */
    long forget(List<String> transactionIds, long importId) {
        return KeyBatches.sum(transactionIds, ids -> {
            List<String> cancelled = client.sql(Sql.get("intake/feed/list_cancelled_by_earlier_imports"))
                    .param("transactionIds", ids)
                    .param("importId", importId)
                    .query(String.class)
                    .list();
            return cancelled.isEmpty()
                    ? 0
                    : update("intake/feed/delete_cancelled_lines", cancelled)
                            + update("intake/feed/delete_cancellations", cancelled);
        });
    }

    /** Takes back some of the cancellations of an import, so that nights read the lines again; 0 where none is left. */
    int undo(long importId) {
        List<String> cancelled = client.sql(Sql.get("intake/feed/list_cancelled_by_import"))
                .param(importId)
                .query(String.class)
                .list();
        if (!cancelled.isEmpty()) {
            days.mark(listDays("intake/feed/list_days_of_cancelled_lines", cancelled));
            update("intake/feed/return_cancelled_lines", cancelled);
            update("intake/feed/delete_cancelled_lines", cancelled);
            update("intake/feed/delete_cancellations", cancelled);
        }
        return cancelled.size();
    }

    /** Deletes some of an import's lines of cancelled transactions; 0 where none is left. */
    int deleteLines(long importId) {
        return client.sql(Sql.get("intake/feed/delete_cancelled_lines_of_import"))
                .param(importId)
                .update();
    }

    private Set<LocalDate> listDays(String statement, List<String> transactionIds) {
        return new TreeSet<>(client.sql(Sql.get(statement))
                .param("transactionIds", transactionIds)
                .query(LocalDate.class)
                .list());
    }

    private List<String> list(String statement, List<String> transactionIds) {
        return client.sql(Sql.get(statement))
                .param("transactionIds", transactionIds)
                .query(String.class)
                .list();
    }

    private int update(String statement, List<String> transactionIds) {
        return client.sql(Sql.get(statement))
                .param("transactionIds", transactionIds)
                .update();
    }
}
