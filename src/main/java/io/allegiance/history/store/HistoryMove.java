package io.allegiance.history.store;

import io.allegiance.history.FoldRules;
import io.allegiance.history.LoyaltyFacts;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.platform.sql.Sql;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Moves the date of the histories, which determines whose are due. Where all are, they are marked in transactions of bounded
 * size, and the date moves in the last one: whoever was interrupted before marks them again, which changes nothing.
 */
@Repository
public final class HistoryMove {

    private final JdbcClient jdbc;
    private final Histories histories;
    private final TransactionOperations transaction;
    private final int batch;

    /** @param batch most customers that are marked in a transaction, 1 or more */
    HistoryMove(
            JdbcClient jdbc,
            Histories histories,
            TransactionOperations transaction,
            @Value("${allegiance.nightly.chunk.histories:20000}") int batch) {
        this.jdbc = jdbc;
        this.histories = histories;
        this.transaction = transaction;
        this.batch = batch;
    }

    /**
     * Moves the date of the histories. Due are the customers with a day that comes in between, those with a return or an
     * incident that becomes H days old, and those whose incidents changed; and, in their windows alone, those with a day that
     * enters or leaves one. The rest stay unchanged. Other rules than before make everybody due.
     */
    public void to(LocalDate date, FoldRules rules) {
        Histories.State state = histories.state();
        String fingerprint = Histories.fingerprint(rules, date);
        boolean all = state.asOf() == null || !fingerprint.equals(state.foldedWith());
        if (all) {
            markAll();
        }
        transaction.executeWithoutResult(status -> {
            LocalDate from = state.asOf();
            if (!all && from != null && !from.equals(date)) {
                markBetween(from.isBefore(date) ? from : date, from.isBefore(date) ? date : from, rules.horizonDays());
            }
            jdbc.sql(Sql.get("history/store/insert_due_of_incident_changes")).update();
            jdbc.sql(Sql.get("history/store/delete_incident_changes")).update();
            jdbc.sql(Sql.get("history/store/set_as_of"))
                    .params(date, fingerprint)
                    .update();
        });
    }

    private void markAll() {
        Optional<String> from = Optional.of("");
        while (from.isPresent()) {
            String after = from.get();
            Optional<String> upTo = findBoundary(after);
            transaction.executeWithoutResult(status -> jdbc.sql(Sql.get("history/store/insert_due_all"))
                    .params(Arrays.asList(after, upTo.orElse(null), upTo.orElse(null)))
                    .update());
            from = upTo;
        }
    }

    private Optional<String> findBoundary(String after) {
        return jdbc.sql(Sql.get("history/store/find_day_boundary"))
                .params(after, batch - 1)
                .query(String.class)
                .optional();
    }

    private void markBetween(LocalDate earlier, LocalDate later, int horizon) {
        mark("history/store/insert_due_between", earlier, later);
        mark("history/store/insert_due_of_returns", earlier.minusDays(horizon), later.minusDays(horizon));
        mark(
                "history/store/insert_due_of_incidents",
                earlier.minusDays(horizon).plusDays(1),
                later.minusDays(horizon).plusDays(1));
        for (int window :
                new int[] {PurchaseHistory.SHORT_WINDOW_DAYS, PurchaseHistory.WINDOW_DAYS, 2 * LoyaltyFacts.YEAR_DAYS
                }) {
            mark("history/store/insert_due_of_window", earlier.minusDays(window), later.minusDays(window));
        }
    }

    private void mark(String statement, LocalDate after, LocalDate upTo) {
        jdbc.sql(Sql.get(statement)).params(after, upTo).update();
    }
}
