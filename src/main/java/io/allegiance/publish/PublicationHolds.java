package io.allegiance.publish;

import io.allegiance.platform.sql.Sql;
import io.allegiance.run.Decision;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Holds on publishing: while one is active, nights are scored and wait. */
@Repository
public final class PublicationHolds {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    PublicationHolds(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * An active hold.
     *
     * @param decision who asked for it, and why
     * @param since in UTC
     */
    public record Hold(Decision decision, LocalDateTime since) {

        /** Says in words who holds publishing since when and why. */
        public String describe() {
            return "held by " + decision.by() + " since " + since.withNano(0) + " UTC: " + decision.reason();
        }
    }

    /** Finds the active hold. */
    public Optional<Hold> find() {
        return jdbc.sql(Sql.get("publish/find_hold"))
                .query((row, number) -> new Hold(
                        new Decision(row.getString("held_by"), row.getString("reason")),
                        row.getObject("held_at", LocalDateTime.class)))
                .optional();
    }

    /** Lets nothing be published from now on. */
    public void hold(Decision decision) {
        transaction.executeWithoutResult(status -> jdbc.sql(Sql.get("publish/insert_hold"))
                .params(decision.by(), decision.reason())
                .update());
    }

    /** Lets nights publish again. */
    public void release(String by) {
        transaction.executeWithoutResult(
                status -> jdbc.sql(Sql.get("publish/release_holds")).param(by).update());
    }
}
