package io.allegiance.intake.quarantine;

import io.allegiance.platform.sql.Sql;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the undo of an import changes among the quarantined lines, a chunk at a time, in the caller's transaction. */
public final class UndoneRejections {

    private final JdbcClient client;
    private final JdbcTemplate template;

    public UndoneRejections(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
        this.template = new JdbcTemplate(dataSource);
    }

    /** Closes lines of the import that wait, and returns how many; 0 where none waits. */
    public int close(long importId) {
        return client.sql(Sql.get("intake/quarantine/close_undone"))
                .params(importId, importId)
                .update();
    }

    /**
     * Opens lines of earlier imports that the import had closed, because what corrected them is gone, and returns how
     * many; 0 where none is left. All lines of the import itself must be closed.
     */
    public int reopen(long importId) {
        List<Object[]> lines = client.sql(Sql.get("intake/quarantine/list_closed_by_undone"))
                .param("importId", importId)
                .query((row, number) -> new Object[] {row.getLong(1), row.getLong(2)})
                .list();
        template.batchUpdate(Sql.get("intake/quarantine/reopen_rejection"), lines);
        return lines.size();
    }
}
