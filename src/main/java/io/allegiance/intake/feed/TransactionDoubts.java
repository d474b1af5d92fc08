package io.allegiance.intake.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the new lines of a file that belong to a transaction, or to a sale without one, of which other imports landed
 * lines. Lines of days of which nothing had landed before the import take no look-up.
 */
final class TransactionDoubts {

    private final TransactionLineTable lines;
    private final LandedDays days;
    private Map<String, ContentHash> stored = Map.of();

    TransactionDoubts(TransactionLineTable lines) {
        this.lines = lines;
        this.days = new LandedDays(lines);
    }

    /** Lists the lines in doubt by their places in the chunk. */
    SortedMap<Integer, Doubt> list(List<KeyedLine> chunk, long importId) {
        List<KeyedLine> ofKnownDays = chunk.stream().filter(this::isOfKnownDay).toList();
        stored = lines.getStored(ofKnownDays);
        List<KeyedLine> fresh = ofKnownDays.stream()
                .filter(line -> !stored.containsKey(line.key()))
                .toList();
        return fresh.isEmpty() ? new TreeMap<>() : list(chunk, fresh, importId);
    }

    /** The lines of that chunk that were stored then, as far as they are of days of which lines had landed before. */
    Map<String, ContentHash> stored() {
        return stored;
    }

    private boolean isOfKnownDay(KeyedLine line) {
        return !CancelledOrders.cancels(line)
                && days.has(line.line().occurredAt().toLocalDate());
    }

    private SortedMap<Integer, Doubt> list(List<KeyedLine> chunk, List<KeyedLine> fresh, long importId) {
        List<KeyedLine> transactions =
                fresh.stream().filter(line -> !line.isWithoutTransaction()).toList();
        LandedSales landed = new LandedSales(importId, lines.listOfTransactions(transactions), listOfSales(fresh));
        Set<String> keys = fresh.stream().map(KeyedLine::key).collect(Collectors.toSet());
        SortedMap<Integer, Doubt> doubts = new TreeMap<>();
        for (int i = 0; i < chunk.size(); i++) {
            if (keys.contains(chunk.get(i).key())) {
                int place = i;
                landed.findDoubt(chunk.get(i)).ifPresent(doubt -> doubts.put(place, doubt));
            }
        }
        return doubts;
    }

    /** A line with a transaction is of one sale only with lines that have none. */
    private List<LandedLine> listOfSales(List<KeyedLine> fresh) {
        Map<Boolean, List<KeyedLine>> sales = fresh.stream()
                .filter(KeyedLine::isOfKnownSale)
                .collect(Collectors.partitioningBy(KeyedLine::isWithoutTransaction));
        List<LandedLine> landed = new ArrayList<>(lines.listOfSales(sales.getOrDefault(true, List.of())));
        landed.addAll(lines.listWithoutTransactionOfSales(sales.getOrDefault(false, List.of())));
        return landed;
    }
}
