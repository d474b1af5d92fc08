package io.allegiance.intake.feed;

import io.allegiance.platform.sql.Sql;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes back what an import of transactions did, a chunk at a time: first the transactions that it cancelled return,
 * then its own lines go, those of cancelled transactions and those that count. Each chunk marks its days, so that a
 * kill leaves nothing that the next night does not read.
 */
final class LandedLines {

    private final JdbcClient client;
    private final JdbcTemplate template;
    private final CancelledLineTable cancelled;
    private final ReadAgainDays marks;
    private @Nullable Deque<LocalDate> days;

    LandedLines(DataSource dataSource, CancelledLineTable cancelled, ReadAgainDays marks) {
        this.client = JdbcClient.create(dataSource);
        this.template = new JdbcTemplate(dataSource);
        this.cancelled = cancelled;
        this.marks = marks;
    }

    Feed.Standing count(long importId) {
        return client.sql(Sql.get("intake/feed/count_lines_of_import"))
                .param("importId", importId)
                .query((row, number) ->
                        new Feed.Standing(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }

    /** Takes back a chunk in the caller's transaction, and returns its rows; 0 when none is left. */
    long undo(long importId) {
        long rows = cancelled.undo(importId);
        if (rows == 0) {
            rows = cancelled.deleteLines(importId);
        }
        return rows == 0 ? deleteLines(importId) : rows;
    }

    int countMarkedDays() {
        return marks.count();
    }

    /** The lines are found by their days: finding them by their import takes one pass over the table. */
    private long deleteLines(long importId) {
        if (days == null) {
            days = new ArrayDeque<>(client.sql(Sql.get("intake/feed/list_days_of_import"))
                    .param(importId)
                    .query(LocalDate.class)
                    .list());
        }
        LocalDate day = days.peek();
        while (day != null) {
            int rows = template.update(Sql.get("intake/feed/delete_lines_of_import"), day, importId);
            if (rows > 0) {
                marks.mark(List.of(day));
                return rows;
            }
            days.remove();
            day = days.peek();
        }
        return 0;
    }
}
