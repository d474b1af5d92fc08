package io.allegiance.intake.quarantine;

import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.feed.ContentHash;
import io.allegiance.intake.feed.Feed;
import io.allegiance.intake.feed.NaturalKey;
import io.allegiance.intake.feed.RejectedLine;
import io.allegiance.intake.line.TransactionLine;
import io.allegiance.platform.sql.KeyBatches;
import io.allegiance.platform.sql.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes the rows of {@code import_rejection}: the lines of files that an import refused. A closed row stays, with the
 * time, the way and the import that closed it.
 */
public final class QuarantinedLines {

    private static final long BATCH_BYTES = 2L * 1024 * 1024;
    private static final int BATCH_ROWS = 1_000;
    private static final int ROWS_OF_A_FILE = 20_000;
    private static final int MOST_NUMBERS = 200_000;

    /**
     * The key of a line begins with the hash in 22 characters, a colon and its number; this character comes after a
     * colon.
     */
    private static final char AFTER_COLON = ';';

    private final JdbcClient client;
    private final JdbcTemplate template;
    private final JdbcTemplate streaming;

    public QuarantinedLines(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
        this.template = new JdbcTemplate(dataSource);
        this.streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(Integer.MIN_VALUE);
    }

    /** Quarantines lines that an import refuses, a few megabytes at a time. */
    public void quarantine(long importId, List<RejectedLine> lines) {
        List<Object[]> batch = new ArrayList<>();
        long bytes = 0;
        for (RejectedLine line : lines) {
            batch.add(row(importId, line));
            bytes += line.source().size();
            if (bytes > BATCH_BYTES || batch.size() == BATCH_ROWS) {
                insert(batch);
                bytes = 0;
            }
        }
        insert(batch);
    }

    private void insert(List<Object[]> batch) {
        template.batchUpdate(Sql.get("intake/quarantine/insert_rejections"), batch);
        batch.clear();
    }

    private static Object[] row(long importId, RejectedLine line) {
        return new Object[] {
            importId,
            line.source().number(),
            line.source().part(),
            line.rejection().reason().name(),
            line.rejection().detail(),
            line.source().text(),
            line.ids().transactionId(),
            line.ids().lineKey(),
            line.text().bytes(),
            line.source().isWhole()
        };
    }

    /** By what the lines can be known that wait since imports of a kind before the one given. */
    QuarantineFilter load(ImportKind kind, long importId) {
        QuarantineFilter filter = new QuarantineFilter();
        streaming.query(
                Sql.get("intake/quarantine/stream_quarantined_keys"),
                row -> {
                    filter.addLine(new NaturalKey(row.getString(1), row.getString(2)), row.getBytes(3));
                },
                importId,
                kind.option());
        return filter;
    }

    /** Closes what earlier imports of a kind refused under keys that have landed now. */
    long closeByKey(ImportKind kind, long importId, List<NaturalKey> keys) {
        return KeyBatches.sum(
                keys,
                part -> client.sql(Sql.get("intake/quarantine/close_by_key"))
                        .param(
                                "keys",
                                part.stream().map(QuarantinedLines::columns).toList())
                        .param("kind", kind.option())
                        .param("importId", importId)
                        .update());
    }

    private static Object[] columns(NaturalKey ids) {
        return new Object[] {ids.transactionId(), ids.lineKey()};
    }

    /** Closes what earlier imports of a kind refused of transactions that were replaced now. */
    long closeByTransaction(ImportKind kind, long importId, Collection<String> transactionIds) {
        return KeyBatches.sum(
                List.copyOf(transactionIds),
                part -> client.sql(Sql.get("intake/quarantine/close_by_transaction"))
                        .param("transactionIds", part)
                        .param("kind", kind.option())
                        .param("importId", importId)
                        .update());
    }

    /** Closes, of the lines that earlier imports refused, as many as came again word for word. */
    long closeByText(String how, long importId, Map<ContentHash, Integer> texts) {
        List<Object[]> rows = new ArrayList<>();
        texts.forEach((text, count) -> rows.add(new Object[] {how, importId, text.bytes(), importId, count}));
        return Arrays.stream(template.batchUpdate(Sql.get("intake/quarantine/close_by_text"), rows))
                .filter(closed -> closed > 0)
                .sum();
    }

    /**
     * Closes what waits since the same file was imported before, in transactions of its own: all of it when this is the
     * same file corrected; with {@code --replace} all of a small feed, and of transactions the lines without a
     * transaction id.
     */
    public long closeByFile(
            Feed.Landing landing, ImportKind kind, ReimportDetector<?> again, TransactionOperations transactions) {
        List<Earlier> earlier = client.sql(Sql.get("intake/quarantine/list_reimported_files"))
                .param(landing.importId())
                .query((row, number) -> new Earlier(row.getLong(1), row.getObject(2, Long.class), row.getBoolean(3)))
                .list();
        long closed = 0;
        for (Earlier file : earlier) {
            boolean all = file.isCorrectedBy(again) || (landing.replace() && kind != ImportKind.TRANSACTION);
            if (all || landing.replace()) {
                closed += closeAll(landing.importId(), file.importId(), all, transactions);
            }
        }
        return closed;
    }

    /**
     * An earlier import of a file, what its accepted lines said, and where that is not known, whether its counts allow
     * it.
     */
    private record Earlier(long importId, @Nullable Long contentSum, boolean alike) {

        boolean isCorrectedBy(ReimportDetector<?> again) {
            return contentSum == null ? alike : again.findRest(importId).equals(OptionalLong.of(contentSum));
        }
    }

    /** The places of lines that earlier imports of this file refused, by import; none where they are too many to hold. */
    Map<Long, Set<Long>> listRefusedPlaces(long importId) {
        Map<Long, Set<Long>> numbers = new HashMap<>();
        long count = client.sql(Sql.get("intake/quarantine/list_rejected_line_numbers"))
                .params(importId, MOST_NUMBERS + 1)
                .query((row, number) -> numbers.computeIfAbsent(row.getLong(1), id -> new HashSet<>())
                        .add(CsvLine.placeOf(row.getLong(2), row.getInt(3))))
                .list()
                .size();
        return count > MOST_NUMBERS ? Map.of() : numbers;
    }

    private long closeAll(long importId, long earlier, boolean all, TransactionOperations transactions) {
        long closed = 0;
        int rows;
        do {
            rows = transactions.execute(status -> client.sql(Sql.get("intake/quarantine/close_by_file"))
                    .params(importId, earlier, all)
                    .update());
            closed += rows;
        } while (rows == ROWS_OF_A_FILE);
        return closed;
    }

    /** Closes lines of an import that landed when they were tried again, or were found there, under these keys. */
    public void closeReplayed(long importId, Map<CsvLine, NaturalKey> lines) {
        List<Object[]> rows = new ArrayList<>();
        lines.forEach((line, ids) ->
                rows.add(new Object[] {ids.transactionId(), ids.lineKey(), importId, line.number(), line.part()}));
        template.batchUpdate(Sql.get("intake/quarantine/close_replayed"), rows);
    }

    /** Keeps lines of an import that were refused again, for the reason of now. */
    public void keepWaiting(long importId, List<RejectedLine> lines) {
        template.batchUpdate(
                Sql.get("intake/quarantine/update_rejection_reason"),
                lines.stream()
                        .map(line -> new Object[] {
                            line.rejection().reason().name(),
                            line.rejection().detail(),
                            importId,
                            line.source().number(),
                            line.source().part()
                        })
                        .toList());
    }

    /**
     * Counts of lines in the table that are equal to a line.
     *
     * @param standing how many
     * @param own the highest number of those that one import landed; 0 for none
     */
    public record Equals(long standing, int own) {}

    /** Counts the lines that say the same as a line of an import and were numbered. */
    public Equals countEquals(long importId, TransactionLine line, ContentHash hash) {
        String from = hash.keyStart();
        String to = from.substring(0, from.length() - 1) + AFTER_COLON;
        boolean ofItsOwn = line.transactionId().isEmpty();
        return client.sql(Sql.get("intake/quarantine/find_equal_lines"))
                .param("importId", importId)
                .param("fromTransaction", ofItsOwn ? from : line.transactionId())
                .param("toTransaction", ofItsOwn ? to : line.transactionId())
                .param("fromKey", from)
                .param("toKey", to)
                .query((row, number) -> new Equals(row.getLong(1), row.getInt(2)))
                .single();
    }
}
