package io.allegiance.intake.quarantine;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.RefusedText;
import io.allegiance.intake.line.Rejection;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.platform.read.RowStream;
import io.allegiance.platform.read.StreamingConnections;
import io.allegiance.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines that wait because they were refused: of files, and of the view {@code source_transaction}. */
@Repository
public final class Quarantine {

    private final JdbcClient jdbc;
    private final StreamingConnections connections;

    Quarantine(JdbcClient jdbc, StreamingConnections connections) {
        this.jdbc = jdbc;
        this.connections = connections;
    }

    /** Counts the lines that wait, by reason, most first; only reasons that occur. */
    public List<QuarantineCount> count() {
        return jdbc.sql(Sql.get("intake/quarantine/count_quarantined"))
                .query((row, number) ->
                        new QuarantineCount(RejectionReason.valueOf(row.getString(1)), row.getLong(2), row.getLong(3)))
                .list();
    }

    /** Counts the lines that wait for a reason; for each reason where it is null. */
    public List<QuarantineCount> count(@Nullable RejectionReason reason) {
        return count().stream()
                .filter(count -> reason == null || count.reason() == reason)
                .toList();
    }

    /**
     * Days of {@code source_transaction} of which lines wait.
     *
     * @param days how many
     * @param lines that wait of them
     */
    public record WaitingDays(long days, long lines) {}

    /** Counts the days of {@code source_transaction} with lines that wait for a reason; null for any. */
    public WaitingDays countDays(@Nullable RejectionReason reason) {
        return jdbc.sql(Sql.get("intake/quarantine/count_quarantined_days"))
                .params(Arrays.asList(name(reason), name(reason)))
                .query((row, number) -> new WaitingDays(row.getLong(1), row.getLong(2)))
                .single();
    }

    /**
     * Passes the quarantined lines of files to the consumer, oldest import first, without holding them in memory; at
     * most that many.
     */
    public void forEachLineOfFiles(@Nullable RejectionReason reason, long most, Consumer<RejectedFileLine> lines) {
        forEach("intake/quarantine/stream_lines_of_files", reason, most, Quarantine::toFileLine, lines);
    }

    /**
     * Passes the quarantined lines of {@code source_transaction} to the consumer, oldest day first, in the same way.
     */
    public void forEachLineOfSource(@Nullable RejectionReason reason, long most, Consumer<RejectedSourceLine> lines) {
        forEach("intake/quarantine/stream_lines_of_source", reason, most, Quarantine::toSourceLine, lines);
    }

    private <T> void forEach(
            String statement, @Nullable RejectionReason reason, long most, RowMapper<T> mapper, Consumer<T> lines) {
        try (RowStream rows = new RowStream(connections)) {
            rows.query(Sql.get(statement), name(reason), name(reason), most);
            for (T line = rows.read(mapper); line != null; line = rows.read(mapper)) {
                lines.accept(line);
            }
        }
    }

    private static @Nullable String name(@Nullable RejectionReason reason) {
        return reason == null ? null : reason.name();
    }

    private static RejectedFileLine toFileLine(ResultSet row, int number) throws SQLException {
        return new RejectedFileLine(
                "file",
                row.getString("file_name"),
                row.getString("kind"),
                row.getLong("import_id"),
                row.getObject("started_at", LocalDateTime.class),
                row.getLong("line_number"),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("transaction_id"),
                row.getString("line_key"),
                row.getBoolean("replayable"),
                row.getString("line"),
                new RejectionId(row.getLong("import_id"), row.getLong("line_number")).toString(),
                refusedText(row));
    }

    private static String refusedText(ResultSet row) throws SQLException {
        String line = row.getString("line");
        String header = row.getString("header");
        Optional<ImportKind> kind = ImportKind.find(row.getString("kind"));
        if (header == null || kind.isEmpty()) {
            return line;
        }
        Rejection rejection = new Rejection(RejectionReason.valueOf(row.getString("reason")), row.getString("detail"));
        return RefusedText.find(header, kind.get(), line, rejection).orElse(line);
    }

    private static RejectedSourceLine toSourceLine(ResultSet row, int number) throws SQLException {
        return new RejectedSourceLine(
                "source_transaction",
                row.getObject("business_date", LocalDate.class),
                row.getString("transaction_id"),
                row.getString("line_key"),
                row.getString("reason"),
                row.getLong("run_id"));
    }
}
