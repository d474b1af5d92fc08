package io.allegiance.intake.feed;

import io.allegiance.intake.line.TransactionType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parts the chunks of an import: lines of type {@code CANCELLED} cancel their transactions, lines of cancelled
 * transactions are kept where no night reads them, and all others land. The order of the lines does not matter, nor
 * which of them came in an earlier file.
 */
final class CancelledOrders {

    private final CancelledLineTable table;
    private @Nullable CancelledFilter cancelled;

    CancelledOrders(CancelledLineTable table) {
        this.table = table;
    }

    /**
     * A chunk without what cancels or is cancelled.
     *
     * @param orders the lines that land
     * @param cancellations transactions that the chunk cancelled
     * @param lines lines of the chunk that belong to a cancelled transaction
     * @param before lines landed before that were taken out, {@code own} being those of the same import
     */
    record Parted(List<KeyedLine> orders, int cancellations, int lines, CancelledLineTable.Counts before) {}

    /** Parts a chunk, in the transaction of the caller. */
    Parted part(List<KeyedLine> chunk, long importId) {
        CancelledFilter filter = filter();
        Set<String> named = new LinkedHashSet<>();
        chunk.stream().filter(CancelledOrders::cancels).forEach(line -> named.add(transaction(line)));
        if (named.isEmpty() && filter.isEmpty()) {
            return new Parted(chunk, 0, 0, new CancelledLineTable.Counts(0, 0));
        }
        List<String> fresh = new ArrayList<>(named);
        fresh.removeAll(table.listCancelled(named));
        CancelledLineTable.Counts before = table.cancel(fresh, importId);
        fresh.forEach(filter::add);
        List<KeyedLine> lines = chunk.stream().filter(line -> !cancels(line)).toList();
        List<KeyedLine> kept = cancelledAmong(lines, filter);
        table.keep(kept, importId);
        return new Parted(without(lines, kept), fresh.size(), kept.size(), before);
    }

    /** Makes some transactions count again that earlier imports cancelled, without the lines that they had. */
    long forget(List<KeyedLine> chunk, long importId) {
        CancelledFilter filter = filter();
        List<String> again = chunk.stream()
                .filter(line -> !cancels(line))
                .map(CancelledOrders::transaction)
                .filter(filter::mayHold)
                .distinct()
                .toList();
        return table.forget(again, importId);
    }

    private List<KeyedLine> cancelledAmong(List<KeyedLine> lines, CancelledFilter filter) {
        List<KeyedLine> candidates =
                lines.stream().filter(line -> filter.mayHold(transaction(line))).toList();
        Set<String> found = table.listCancelled(
                candidates.stream().map(CancelledOrders::transaction).distinct().toList());
        return candidates.stream()
                .filter(line -> found.contains(transaction(line)))
                .toList();
    }

    private static List<KeyedLine> without(List<KeyedLine> lines, List<KeyedLine> kept) {
        if (kept.isEmpty()) {
            return lines;
        }
        Set<String> gone = new LinkedHashSet<>();
        kept.forEach(line -> gone.add(transaction(line)));
        return lines.stream().filter(line -> !gone.contains(transaction(line))).toList();
    }

    private CancelledFilter filter() {
        if (cancelled == null) {
            cancelled = table.loadFilter();
        }
        return cancelled;
    }

    /** Returns whether a line cancels its transaction. */
    static boolean cancels(KeyedLine line) {
        return line.line().type() == TransactionType.CANCELLED;
    }

    private static String transaction(KeyedLine line) {
        return line.line().transactionId();
    }
}
