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

/** Empties the slots of publications that no one reads any more. */
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
     * Empties the slots of runs that were abandoned or rolled back, and of publications beyond the number kept; never the slot
     * that readers see. Needs the right to truncate partitions, which nights do not need.
     *
     * @param publicationsKept number of newest publications whose rows stay
     * @param between called before each slot; an exception of it ends the work between two slots
     * @return the number of slots emptied
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

    /** Lists the publications whose rows are in slots, each as its number and date. */
    List<String> describePublications(List<Integer> slots) {
        return slots.isEmpty()
                ? List.of()
                : jdbc.sql(Sql.get("retention/list_publications_of_slots"))
                        .param("slots", slots)
                        .query((row, number) -> row.getLong("publication") + " of " + row.getString("score_date"))
                        .list();
    }

    /** First no reader is sent to the slot, then it is emptied, then it is free: the process may be killed at any point. */
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
                truncate("retention/empty_slot", slot);
                truncate("retention/empty_slot_of_horizons", slot);
                jdbc.sql(Sql.get("retention/free_slot")).param(slot).update();
            }
        });
    }

    /**
     * Uses a connection of its own: truncating would commit the caller's transaction, which holds the lock of the slot. It waits
     * for readers of the table, and new readers wait behind it, so it fails after seconds.
     */
    private void truncate(String name, int slot) {
        String statement = Sql.get(name).replace("slot_00", String.format(Locale.ROOT, "slot_%02d", slot));
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
