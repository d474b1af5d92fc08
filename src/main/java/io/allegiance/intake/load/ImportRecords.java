package io.allegiance.intake.load;

import io.allegiance.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of imports, to read. */
@Repository
public final class ImportRecords {

    private final JdbcClient jdbc;

    ImportRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lists imports of files, newest first, at most as many as asked for; replays are left out. */
    public List<ImportEntry> list(int most) {
        return jdbc.sql(Sql.get("intake/load/list_imports"))
                .param(most)
                .query(ImportRecords::toEntry)
                .list();
    }

    /** Finds the first import whose undo was begun and not finished. */
    public OptionalLong findUnfinishedUndo() {
        Long importId = jdbc.sql(Sql.get("intake/load/find_unfinished_undo"))
                .query((row, number) -> row.getLong(1))
                .single();
        return importId == 0 ? OptionalLong.empty() : OptionalLong.of(importId);
    }

    private static ImportEntry toEntry(ResultSet row, int number) throws SQLException {
        return new ImportEntry(
                row.getLong("import_id"),
                row.getString("kind"),
                row.getString("file_name"),
                row.getObject("started_at", LocalDateTime.class),
                row.getObject("finished_at", LocalDateTime.class),
                row.getLong("lines_read"),
                row.getLong("landed"),
                row.getLong("already_landed"),
                row.getLong("cancelled"),
                row.getLong("rejected"),
                row.getObject("undo_started_at", LocalDateTime.class),
                row.getObject("undone_at", LocalDateTime.class),
                row.getString("undone_by"),
                row.getString("undone_reason"));
    }
}
