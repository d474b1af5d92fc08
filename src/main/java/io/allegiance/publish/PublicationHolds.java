package io.allegiance.publish;

import io.allegiance.decision.DecisionKind;
import io.allegiance.decision.DecisionLog;
import io.allegiance.decision.NewDecision;
import io.allegiance.platform.sql.Sql;
import io.allegiance.run.Decision;
import io.allegiance.wording.Printable;
import io.allegiance.wording.ZonedMoment;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Holds on publishing: while one is active, nights are scored and wait. */
@Repository
public final class PublicationHolds {

    private static final String SUBJECT = "publishing";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final DecisionLog decisions;

    PublicationHolds(JdbcClient jdbc, TransactionOperations transaction, DecisionLog decisions) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.decisions = decisions;
    }

    /**
     * An active hold.
     *
     * @param decision who asked for it, and why
     * @param since in UTC
     */
    public record Hold(Decision decision, LocalDateTime since) {

        /** Says in words who holds publishing since when and why, with the time in a zone. */
        public String describe(ZoneId zone) {
            return "held by " + Printable.of(decision.by()) + " since " + ZonedMoment.describe(since, zone) + ": "
                    + Printable.of(decision.reason());
        }
    }

    /** Finds the active hold. */
    public Optional<Hold> find() {
        return find("publish/find_hold");
    }

    /**
     * Finds the active hold in the transaction of the caller, and keeps it as it is until that ends: whoever asks for a
     * hold meanwhile waits, and a hold that was asked for before is found.
     */
    public Optional<Hold> findLocked() {
        jdbc.sql(Sql.get("publish/lock_pointer")).query(Integer.class).single();
        return find("publish/find_hold_now");
    }

    private Optional<Hold> find(String statement) {
        return jdbc.sql(Sql.get(statement))
                .query((row, number) -> new Hold(
                        new Decision(row.getString("held_by"), row.getString("reason")),
                        row.getObject("held_at", LocalDateTime.class)))
                .optional();
    }

    /**
     * Lets nothing be published from now on, unless there is a hold already. Waits for a publication that is just being
     * made.
     *
     * @return the hold that was there before; empty where there was none
     */
    public Optional<Hold> hold(Decision decision) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Hold> before = findLocked();
            if (before.isEmpty()) {
                jdbc.sql(Sql.get("publish/insert_hold"))
                        .params(decision.by(), decision.reason())
                        .update();
                decisions.append(new NewDecision(DecisionKind.HOLD, SUBJECT, null, decision.by(), decision.reason()));
            }
            return before;
        }));
    }

    /**
     * Lets nights publish again.
     *
     * @return the hold that ended; empty where there was none
     */
    public Optional<Hold> release(String by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Hold> before = findLocked();
            before.ifPresent(hold -> {
                jdbc.sql(Sql.get("publish/release_holds")).param(by).update();
                decisions.append(new NewDecision(
                        DecisionKind.RELEASE, SUBJECT, "was " + hold.describe(ZoneOffset.UTC), by, null));
            });
            return before;
        }));
    }
}
