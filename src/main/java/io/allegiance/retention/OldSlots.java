package io.allegiance.retention;

import io.allegiance.platform.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Empties the slots of publications that nobody reads any more. */
@Repository
public final class OldSlots {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    OldSlots(JdbcTemplate template, TransactionOperations transaction) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.transaction = transaction;
    }

    /**
     * Empties the slots of runs that were given up or rolled back, and of publications beyond the number kept; never that
     * which readers see. Needs the right to truncate partitions, which nights do without.
     *
     * @param publicationsKept newest publications whose rows stay
     * @param between called before each slot; what it throws ends the work, and harms nothing
     * @return how many were emptied
     */
    public int empty(int publicationsKept, Runnable between) {
        List<Integer> slots = list(publicationsKept);
        for (int slot : slots) {
            between.run();
            emptySlot(slot);
        }
        return slots.size();
    }

    /** Lists the slots that would be emptied now. */
    public List<Integer> list(int publicationsKept) {
        return jdbc.sql(Sql.get("retention/list_emptiable_slots"))
                .param(publicationsKept)
                .query(Integer.class)
                .list();
    }

    /** First nobody is sent there, then it is emptied, then it is free: safe to be cut off anywhere. */
    private void emptySlot(int slot) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(Sql.get("retention/mark_slot_not_retained")).param(slot).update();
            jdbc.sql(Sql.get("retention/mark_slot_superseded")).param(slot).update();
        });
        transaction.executeWithoutResult(status -> {
            boolean spent = jdbc.sql(Sql.get("retention/lock_superseded_slot"))
                    .param(slot)
                    .query(Integer.class)
                    .optional()
                    .isPresent();
            if (spent) {
                truncate(slot);
                jdbc.sql(Sql.get("retention/free_slot")).param(slot).update();
            }
        });
    }

    /**
     * On a connection of its own, for it would commit the caller's transaction, which keeps the slot from everybody else.
     * Truncating waits for whoever reads the table, and readers wait behind it: so it gives up after seconds.
     */
    private void truncate(int slot) {
        String statement =
                Sql.get("retention/empty_slot").replace("slot_00", String.format(Locale.ROOT, "slot_%02d", slot));
        try (Connection own = Objects.requireNonNull(template.getDataSource()).getConnection();
                Statement work = own.createStatement()) {
            work.execute(Sql.get("retention/set_short_lock_timeout"));
            try {
                work.execute(statement);
            } finally {
                work.execute(Sql.get("retention/set_default_lock_timeout"));
            }
        } catch (SQLException e) {
            throw Objects.requireNonNull(template.getExceptionTranslator().translate("empty a slot", statement, e));
        }
    }
}
