package io.allegiance.publish;

import io.allegiance.platform.Sql;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Empties the slots of publications that nobody reads any more. */
@Repository
public final class Slots {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final int publicationsKept;

    Slots(JdbcTemplate template, @Value("${allegiance.maintain.publications-kept}") int publicationsKept) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
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

    /** Truncating waits for whoever reads the table, and readers wait behind it: so it gives up after seconds. */
    private void truncate(int slot) {
        String statement =
                Sql.get("publish/empty_slot").replace("slot_00", String.format(Locale.ROOT, "slot_%02d", slot));
        template.execute((ConnectionCallback<Integer>) connection -> {
            try (Statement work = connection.createStatement()) {
                work.execute(Sql.get("publish/wait_briefly"));
                work.execute(statement);
                work.execute(Sql.get("publish/wait_as_usual"));
                return 0;
            }
        });
    }

    /** First nobody is sent there, then it is emptied, then it is free: safe to be cut off anywhere. */
    private void empty(int slot) {
        jdbc.sql(Sql.get("publish/forget_slot")).param(slot).update();
        truncate(slot);
        jdbc.sql(Sql.get("publish/free_slot")).param(slot).update();
    }
}
