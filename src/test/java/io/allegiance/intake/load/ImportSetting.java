package io.allegiance.intake.load;

import io.allegiance.decision.DecisionLog;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.platform.CodeVersion;
import io.allegiance.platform.read.StreamingConnections;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A fresh schema to import into, on 5 January 2024. */
public final class ImportSetting implements AutoCloseable {

    public static final IntakeSettings SETTINGS = new IntakeSettings(ZoneId.of("Europe/Berlin"), "EUR");

    static final Clock CLOCK = Clock.fixed(Instant.parse("2024-01-05T12:00:00Z"), ZoneOffset.UTC);

    private final TestDatabase.Schema schema = TestDatabase.freshSchema().migrate();
    final JdbcClient client = JdbcClient.create(schema.dataSource());
    final FileImport fileImport = new FileImport(
            schema.dataSource(),
            new TransactionTemplate(new JdbcTransactionManager(schema.dataSource())),
            SETTINGS,
            CLOCK);

    final ImportUndo undo = undoIn(new TransactionTemplate(new JdbcTransactionManager(schema.dataSource())));

    ImportUndo undoIn(TransactionTemplate transactions) {
        return new ImportUndo(
                schema.dataSource(), transactions, SETTINGS, CLOCK, new DecisionLog(client, new CodeVersion("test")));
    }

    /** Takes an import back. */
    UndoReport undo(long importId) {
        return undo.run(new UndoRequest(importId, "ann", "wrong file"), rows -> {});
    }

    final LineReplay replay = replayIn(new TransactionTemplate(new JdbcTransactionManager(schema.dataSource())));

    LineReplay replayIn(TransactionTemplate transactions) {
        return new LineReplay(
                schema.dataSource(), new StreamingConnections(schema.database()), transactions, SETTINGS, CLOCK);
    }

    public DataSource dataSource() {
        return schema.dataSource();
    }

    public void empty() {
        for (String table : List.of(
                "transaction_line",
                "cancelled_line",
                "cancelled_transaction",
                "import_file",
                "import_rejection",
                "referral",
                "service_incident",
                "fx_rate",
                "feed_manifest")) {
            client.sql("TRUNCATE TABLE " + table).update();
        }
    }

    ReplayReport replay() {
        return replay.run(null, lines -> {});
    }

    public ImportReport land(ImportKind kind, Path file) {
        return fileImport.land(new ImportRequest(kind, file, false), ImportProgress.NONE);
    }

    public ImportReport replace(ImportKind kind, Path file) {
        return fileImport.land(new ImportRequest(kind, file, true), ImportProgress.NONE);
    }

    public static Path file(Path folder, String... lines) throws IOException {
        return file(folder, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static Path file(Path folder, byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "import", ".csv"), content);
    }

    /** The refused lines, by import and line, and how each was closed. */
    List<String> rejections() {
        return texts(
                "SELECT CONCAT_WS(' ', import_id, line_number, reason, closed_how, closed_by) FROM import_rejection"
                        + " ORDER BY import_id, line_number");
    }

    /** Everything that landed, whoever landed it, as sorted text. */
    List<String> landed() {
        return client.sql(
                        "SELECT CONCAT_WS('|', business_date, customer_id, transaction_id, line_key, occurred_at, type,"
                                + " IFNULL(amount, '-'), IFNULL(currency, '-'), IFNULL(quantity, '-'), IFNULL(discount, '-'),"
                                + " IFNULL(category, '-'), IFNULL(product, '-'), IFNULL(store, '-'), IFNULL(channel, '-'),"
                                + " HEX(content_hash)) AS line FROM transaction_line ORDER BY line")
                .query(String.class)
                .list();
    }

    public List<String> texts(String sql) {
        return client.sql(sql).query(String.class).list();
    }

    @Override
    public void close() {
        schema.close();
    }
}
