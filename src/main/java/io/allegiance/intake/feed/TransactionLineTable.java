package io.allegiance.intake.feed;

import io.allegiance.intake.line.TransactionLine;
import io.allegiance.platform.load.BulkLoad;
import io.allegiance.platform.load.BulkLoader;
import io.allegiance.platform.load.BulkStatement;
import io.allegiance.platform.load.OnDuplicateKey;
import io.allegiance.platform.sql.KeyBatches;
import io.allegiance.platform.sql.Sql;
import io.allegiance.purchase.Money;
import io.allegiance.purchase.Quantity;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code transaction_line}. */
final class TransactionLineTable {

    private static final BulkStatement STATEMENT = new BulkStatement(
            Sql.get("intake/feed/load_transaction_lines"),
            Sql.get("intake/feed/insert_transaction_lines"),
            OnDuplicateKey.SKIP);

    private final BulkLoader loader = new BulkLoader();
    private final JdbcClient client;
    private final JdbcTemplate template;

    TransactionLineTable(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
        this.template = new JdbcTemplate(dataSource);
    }

    /** Inserts the lines whose keys are new, the first of each key, and says how many. */
    long insertNew(List<KeyedLine> chunk, long importId) {
        Long landed = template.execute((ConnectionCallback<Long>) connection -> {
            BulkLoad load = loader.into(connection, STATEMENT);
            for (KeyedLine line : chunk) {
                writeLine(load, line, importId);
            }
            return load.flush();
        });
        return Objects.requireNonNull(landed);
    }

    private static void writeLine(BulkLoad load, KeyedLine keyed, long importId) throws SQLException {
        TransactionLine line = keyed.line();
        load.date(line.occurredAt().toLocalDate())
                .text(line.customerId())
                .text(line.transactionId())
                .text(line.lineKey())
                .dateTime(line.occurredAt())
                .text(line.type().name())
                .text(line.amount() == Money.UNKNOWN ? null : Money.format(line.amount()))
                .text(orNull(line.currency()))
                .text(line.quantity() == Money.UNKNOWN ? null : Quantity.format(line.quantity()))
                .text(line.discount() == Money.UNKNOWN ? null : Money.format(line.discount()))
                .text(orNull(line.category()))
                .text(orNull(line.product()))
                .text(orNull(line.store()))
                .text(orNull(line.channel()))
                .bytes(keyed.hash().bytes())
                .whole(importId)
                .endRow();
    }

    /** Returns the columns of a line, in the order of the statements that insert one. */
    static @Nullable Object[] columns(KeyedLine keyed, long importId) {
        TransactionLine line = keyed.line();
        return new @Nullable Object[] {
            line.occurredAt().toLocalDate(),
            line.customerId(),
            line.transactionId(),
            line.lineKey(),
            line.occurredAt(),
            line.type().name(),
            line.amount() == Money.UNKNOWN ? null : Money.format(line.amount()),
            orNull(line.currency()),
            line.quantity() == Money.UNKNOWN ? null : Quantity.format(line.quantity()),
            line.discount() == Money.UNKNOWN ? null : Money.format(line.discount()),
            orNull(line.category()),
            orNull(line.product()),
            orNull(line.store()),
            orNull(line.channel()),
            keyed.hash().bytes(),
            importId
        };
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Gets the stored lines with the keys of the lines. */
    Map<String, ContentHash> getStored(List<KeyedLine> chunk) {
        Map<String, ContentHash> stored = new HashMap<>();
        KeyBatches.of(chunk).forEach(lines -> addStored(lines, stored));
        return stored;
    }

    private void addStored(List<KeyedLine> lines, Map<String, ContentHash> stored) {
        client.sql(Sql.get("intake/feed/find_transaction_lines"))
                .param("keys", lines.stream().map(TransactionLineTable::keys).toList())
                .query(row -> {
                    stored.put(row.getString(1) + '\n' + row.getString(2), ContentHash.of(row.getBytes(3)));
                });
    }

    private static Object[] keys(KeyedLine line) {
        return new Object[] {line.line().transactionId(), line.line().lineKey()};
    }

    /** Gets the first and the last day of which lines have landed. */
    LandedDays.Span getDays() {
        return client.sql(Sql.get("intake/feed/find_landed_days"))
                .query((row, number) -> new LandedDays.Span(
                        row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)))
                .single();
    }

    /** Returns whether any line of a day has landed. */
    boolean hasLinesOf(LocalDate day) {
        return client.sql(Sql.get("intake/feed/find_line_of_day"))
                .param(day)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Lists what has landed of the transactions of lines, on their days. */
    List<LandedLine> listOfTransactions(List<KeyedLine> lines) {
        List<Object[]> keys = distinct(
                lines, line -> List.of(line.transactionId(), line.occurredAt().toLocalDate()));
        return list("intake/feed/list_lines_of_transactions", keys);
    }

    /** Lists what has landed of the customers of lines at their times. */
    List<LandedLine> listOfSales(List<KeyedLine> lines) {
        return list("intake/feed/list_lines_of_sales", distinct(lines, TransactionLineTable::sale));
    }

    /**
     * Lists what has landed without transactions of the customers of lines at their times: far less than all where a placeholder has
     * a day's sales at one time.
     */
    List<LandedLine> listWithoutTransactionOfSales(List<KeyedLine> lines) {
        return list("intake/feed/list_lines_without_transaction_of_sales", distinct(lines, TransactionLineTable::sale));
    }

    private List<LandedLine> list(String statement, List<Object[]> keys) {
        return KeyBatches.of(keys).stream()
                .flatMap(batch ->
                        client.sql(Sql.get(statement)).param("keys", batch).query(LandedLine::of).list().stream())
                .toList();
    }

    private static List<Object[]> distinct(List<KeyedLine> lines, Function<TransactionLine, List<Object>> key) {
        return lines.stream()
                .map(line -> key.apply(line.line()))
                .distinct()
                .map(List::toArray)
                .toList();
    }

    private static List<Object> sale(TransactionLine line) {
        return List.of(line.occurredAt().toLocalDate(), line.customerId(), line.occurredAt());
    }

    /**
     * Deletes what earlier imports landed of the customers of lines at their times.
     *
     * @param onlyWithoutTransaction leaves lines that have a transaction
     */
    long deleteReplacedSales(List<KeyedLine> lines, boolean onlyWithoutTransaction, long importId) {
        return KeyBatches.sum(
                distinct(lines, TransactionLineTable::sale),
                batch -> client.sql(Sql.get("intake/feed/delete_replaced_sales"))
                        .param("keys", batch)
                        .param("all", !onlyWithoutTransaction)
                        .param("importId", importId)
                        .update());
    }

    /** Deletes what earlier imports landed of transactions. */
    long deleteReplaced(List<String> transactionIds, long importId) {
        return KeyBatches.sum(
                transactionIds,
                batch -> client.sql(Sql.get("intake/feed/delete_replaced_lines"))
                        .param("transactionIds", batch)
                        .param("importId", importId)
                        .update());
    }
}
