package io.allegiance.publish;

import io.allegiance.platform.Sql;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Empties the slots of publications that nobody reads any more. */
@Repository
public final class Slots {

    private final JdbcClient jdbc;
    private final int publicationsKept;

    Slots(JdbcClient jdbc, @Value("${allegiance.maintain.publications-kept}") int publicationsKept) {
        this.jdbc = jdbc;
        this.publicationsKept = publicationsKept;
    }

    /**
     * Empties the slots of runs that were given up or rolled back, and of publications beyond the number kept; never that
     * which readers see. Needs the right to truncate partitions, which nights do without.
     *
     * @return how many were emptied
     */
    public int emptyOld() {
        List<Integer> slots = jdbc.sql(Sql.get("publish/list_emptiable_slots"))
                .param(publicationsKept)
                .query(Integer.class)
                .list();
        slots.forEach(this::empty);
        return slots.size();
    }

    /** First nobody is sent there, then it is emptied, then it is free: safe to be cut off anywhere. */
    private void empty(int slot) {
        jdbc.sql(Sql.get("publish/forget_slot")).param(slot).update();
        jdbc.sql(Sql.get("publish/empty_slot").replace("slot_00", String.format(Locale.ROOT, "slot_%02d", slot)))
                .update();
        jdbc.sql(Sql.get("publish/free_slot")).param(slot).update();
    }
}
