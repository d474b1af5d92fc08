package io.allegiance.retention;

import io.allegiance.platform.sql.Sql;
import java.util.Objects;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Shortens the feed of segment changes from its beginning, where that is configured; readers resume by sequence. */
@Repository
final class OldSegmentChanges {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    OldSegmentChanges(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Deletes the changes published more than that many days ago; 0 days deletes none and keeps them forever. */
    long delete(int keptDays, Runnable between) {
        OptionalLong firstKept = findFirstKept(keptDays);
        if (firstKept.isEmpty()) {
            return 0;
        }
        long all = 0;
        int deleted;
        do {
            between.run();
            deleted = Objects.requireNonNull(
                    transaction.execute(status -> jdbc.sql(Sql.get("retention/delete_changes_before"))
                            .param(firstKept.getAsLong())
                            .update()));
            all += deleted;
        } while (deleted > 0);
        return all;
    }

    /** Counts those that would be deleted. */
    long count(int keptDays) {
        OptionalLong firstKept = findFirstKept(keptDays);
        return firstKept.isEmpty()
                ? 0
                : jdbc.sql(Sql.get("retention/count_changes_before"))
                        .param(firstKept.getAsLong())
                        .query(Long.class)
                        .single();
    }

    private OptionalLong findFirstKept(int keptDays) {
        return keptDays == 0
                ? OptionalLong.empty()
                : jdbc.sql(Sql.get("retention/find_first_kept_change"))
                        .param("days", keptDays)
                        .query(Long.class)
                        .optional()
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty());
    }
}
