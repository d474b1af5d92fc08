package io.allegiance.run;

import io.allegiance.platform.sql.Sql;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** The table of backfills, from which the same command continues an interrupted backfill. */
@Repository
public final class Backfills {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    Backfills(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * A range of dates to be run.
     *
     * @param from the first date
     * @param to the last
     * @param mode which of them
     */
    public record Range(LocalDate from, LocalDate to, BackfillMode mode) {}

    /** Finds the backfill of a range that has not ended. */
    public Optional<Long> findOpen(Range range) {
        return jdbc.sql(Sql.get("run/find_backfill"))
                .params(range.from(), range.to(), range.mode().name())
                .query(Long.class)
                .optional();
    }

    /** Begins a backfill. */
    public long begin(Range range) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        transaction.executeWithoutResult(status -> jdbc.sql(Sql.get("run/insert_backfill"))
                .params(range.from(), range.to(), range.mode().name())
                .update(key));
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Ends a backfill: the same command begins another. */
    public void end(long backfillId) {
        transaction.executeWithoutResult(status ->
                jdbc.sql(Sql.get("run/end_backfill")).param(backfillId).update());
    }
}
