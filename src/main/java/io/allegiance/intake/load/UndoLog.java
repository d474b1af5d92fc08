package io.allegiance.intake.load;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the rows of {@code import_file} say of undos. */
final class UndoLog {

    private final JdbcClient client;

    UndoLog(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
    }

    /**
     * An import as its undo finds it.
     *
     * @param ofReplay whether it is the record of a replay, whose lines are of the files that they came from
     * @param replaced earlier rows that it replaced; null where that was not kept
     * @param startedAt when an undo was begun; null where none was
     * @param undoneAt when it was ended; null where it was not
     * @param undoneRows rows that undos have taken back so far
     */
    record Undoable(
            long importId,
            ImportKind kind,
            String fileName,
            boolean ofReplay,
            @Nullable Long replaced,
            @Nullable LocalDateTime startedAt,
            @Nullable LocalDateTime undoneAt,
            @Nullable String undoneBy,
            long undoneRows) {}

    Optional<Undoable> find(long importId) {
        return client.sql(Sql.get("intake/load/find_import"))
                .param(importId)
                .query(UndoLog::toUndoable)
                .optional();
    }

    private static Undoable toUndoable(ResultSet row, int number) throws SQLException {
        return new Undoable(
                row.getLong("import_id"),
                ImportKind.find(row.getString("kind")).orElseThrow(),
                row.getString("file_name"),
                row.getBoolean("of_replay"),
                row.getObject("replaced", Long.class),
                row.getObject("undo_started_at", LocalDateTime.class),
                row.getObject("undone_at", LocalDateTime.class),
                row.getString("undone_by"),
                row.getLong("undone_rows"));
    }

    void start(UndoRequest request, LocalDateTime now) {
        client.sql(Sql.get("intake/load/start_undo"))
                .param("now", now)
                .param("by", request.by())
                .param("reason", request.reason())
                .param("importId", request.importId())
                .update();
    }

    void setRows(long importId, long rows) {
        client.sql(Sql.get("intake/load/set_undone_rows"))
                .params(rows, importId)
                .update();
    }

    void finish(long importId, LocalDateTime now) {
        client.sql(Sql.get("intake/load/finish_undo"))
                .param("now", now)
                .param("importId", importId)
                .update();
    }

    /** Lists later imports, not taken back, that found lines which had landed before. */
    List<UndoReport.Other> listOverlapping(long importId) {
        return client.sql(Sql.get("intake/load/list_overlapping_imports"))
                .param(importId)
                .query((row, number) -> new UndoReport.Other(row.getLong(1), row.getString(2)))
                .list();
    }
}
