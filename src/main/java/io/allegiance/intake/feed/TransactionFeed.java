package io.allegiance.intake.feed;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.line.Column;
import io.allegiance.intake.line.IntakeRules;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.intake.line.RejectedLineException;
import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.line.TransactionType;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Lines of receipts, into {@code transaction_line}. */
final class TransactionFeed implements Feed<KeyedLine> {

    private final TransactionReader reader;
    private final TransactionLineTable lines;
    private final TransactionDoubts doubts;
    private final LateDayMarker oldDays;
    private final CancelledOrders cancelled;
    private final LandedLines undone;

    /**
     * Returns whether the chunk before was there already; then it is quicker to ask first than to have each line
     * refused.
     */
    private boolean mostlyKnown;

    TransactionFeed(IntakeSettings settings, DataSource dataSource) {
        this.reader = new TransactionReader(settings);
        this.lines = new TransactionLineTable(dataSource);
        this.doubts = new TransactionDoubts(lines);
        this.oldDays = new LateDayMarker(dataSource, settings.lateDays());
        ReadAgainDays days = new ReadAgainDays(dataSource);
        CancelledLineTable cancelledLines = new CancelledLineTable(dataSource, days);
        this.cancelled = new CancelledOrders(cancelledLines);
        this.undone = new LandedLines(dataSource, cancelledLines, days);
    }

    @Override
    public ImportKind kind() {
        return ImportKind.TRANSACTION;
    }

    @Override
    public void survey(LineFields fields, long lineNumber, DuplicateNumbering equals) throws RejectedLineException {
        boolean keysGiven = fields.has(Column.TRANSACTION_ID)
                && !fields.text(Column.TRANSACTION_ID).isEmpty()
                && !fields.text(keyColumn(fields)).isEmpty();
        if (!keysGiven && !TransactionReader.cancels(fields)) {
            equals.addLine(ContentHash.of(reader.read(fields)), lineNumber);
        }
    }

    @Override
    public KeyedLine read(LineFields fields, long lineNumber, Occurrences equals) throws RejectedLineException {
        TransactionLine line = reader.read(fields);
        ContentHash hash = ContentHash.of(line);
        if (line.type() == TransactionType.CANCELLED) {
            return new KeyedLine(line, hash);
        }
        if (line.transactionId().isEmpty()) {
            String key = hash.key(equals.occurrence(line, hash, lineNumber));
            return new KeyedLine(line.withKeys(key, key), hash);
        }
        return line.lineKey().isEmpty()
                ? new KeyedLine(
                        line.withKeys(line.transactionId(), hash.key(equals.occurrence(line, hash, lineNumber))), hash)
                : new KeyedLine(line, hash);
    }

    @Override
    public long content(KeyedLine line) {
        return line.hash().low();
    }

    @Override
    public NaturalKey ids(KeyedLine line) {
        return new NaturalKey(line.line().transactionId(), line.line().lineKey());
    }

    @Override
    public NaturalKey ids(LineFields fields) throws RejectedLineException {
        String transaction = IntakeRules.id(Column.TRANSACTION_ID, fields.text(Column.TRANSACTION_ID));
        String key = IntakeRules.id(Column.LINE_KEY, fields.text(keyColumn(fields)));
        return transaction.isEmpty() ? NaturalKey.UNKNOWN : new NaturalKey(transaction, key.isEmpty() ? null : key);
    }

    private static Column keyColumn(LineFields fields) {
        return fields.has(Column.LINE_KEY) ? Column.LINE_KEY : Column.LINE_NUMBER;
    }

    @Override
    public LocalDate day(KeyedLine line) {
        return line.line().occurredAt().toLocalDate();
    }

    @Override
    public Optional<LocalDate> findDay(KeyedLine line) {
        return CancelledOrders.cancels(line) ? Optional.empty() : Optional.of(day(line));
    }

    @Override
    public LocalDate day(LineFields fields) throws RejectedLineException {
        return reader.readTime(fields).toLocalDate();
    }

    @Override
    public ContentHash identity(KeyedLine line) {
        return ContentHash.ofKeys(line.line());
    }

    @Override
    public boolean isReplacing(KeyedLine line) {
        return !line.isWithoutTransaction() || line.isOfKnownSale();
    }

    @Override
    public SortedMap<Integer, Doubt> listDoubts(List<KeyedLine> chunk, Landing landing) {
        return landing.replace() ? Collections.emptySortedMap() : doubts.list(chunk, landing.importId());
    }

    @Override
    public void describe(KeyedLine line, FileContent.Counter content) {
        if (!CancelledOrders.cancels(line)) {
            content.addLine(line.line());
        }
    }

    @Override
    public Landed land(List<KeyedLine> chunk, Landing landing) {
        long replaced = landing.replace() ? deleteReplaced(chunk, landing.importId()) : 0;
        CancelledOrders.Parted parted = cancelled.part(chunk, landing.importId());
        List<KeyedLine> orders = parted.orders();
        boolean asks = mostlyKnown && doubts.stored().isEmpty();
        Map<String, ContentHash> stored = asks ? lines.getStored(orders) : doubts.stored();
        List<KeyedLine> fresh =
                orders.stream().filter(line -> !stored.containsKey(line.key())).toList();
        long landed = lines.insertNew(fresh, landing.importId());
        if (landed > 0) {
            oldDays.mark(fresh.stream().map(this::day));
        }
        mostlyKnown = 2 * landed < orders.size();
        BitSet conflicts = landed == orders.size()
                ? new BitSet()
                : conflicts(chunk, landed == fresh.size() ? stored : lines.getStored(orders));
        CancelledLineTable.Counts before = parted.before();
        return new Landed(
                landed + parted.cancellations() - before.own(),
                replaced,
                conflicts,
                parted.lines() + before.own(),
                before.all() - before.own());
    }

    private long deleteReplaced(List<KeyedLine> chunk, long importId) {
        List<String> transactions = chunk.stream()
                .filter(line -> !CancelledOrders.cancels(line))
                .map(line -> line.line().transactionId())
                .distinct()
                .sorted()
                .toList();
        oldDays.markReplaced(transactions, importId);
        return lines.deleteReplaced(transactions, importId)
                + deleteReplacedSales(chunk, importId)
                + cancelled.forget(chunk, importId);
    }

    /** A line without a transaction replaces all of its customer and time; another one what has no transaction there. */
    private long deleteReplacedSales(List<KeyedLine> chunk, long importId) {
        Map<Boolean, List<KeyedLine>> sales = chunk.stream()
                .filter(KeyedLine::isOfKnownSale)
                .collect(Collectors.partitioningBy(KeyedLine::isWithoutTransaction));
        long deleted = lines.deleteReplacedSales(sales.getOrDefault(true, List.of()), false, importId)
                + lines.deleteReplacedSales(sales.getOrDefault(false, List.of()), true, importId);
        if (deleted > 0) {
            oldDays.mark(chunk.stream().map(this::findDay).flatMap(Optional::stream));
        }
        return deleted;
    }

    @Override
    public Standing count(long importId) {
        return undone.count(importId);
    }

    @Override
    public long undo(long importId) {
        return undone.undo(importId);
    }

    @Override
    public int countMarkedDays() {
        return undone.countMarkedDays();
    }

    /** Returns the indices whose key is in the table with other content; a line that just landed has no conflict. */
    private static BitSet conflicts(List<KeyedLine> chunk, Map<String, ContentHash> stored) {
        BitSet conflicts = new BitSet();
        for (int i = 0; i < chunk.size(); i++) {
            KeyedLine line = chunk.get(i);
            conflicts.set(i, !stored.getOrDefault(line.key(), line.hash()).equals(line.hash()));
        }
        return conflicts;
    }
}
