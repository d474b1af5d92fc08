package io.allegiance.history;

import io.allegiance.intake.line.TransactionLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was bought of each product on a customer's day. Of more products than the limit the first ones in the order of their names
 * are kept, in little more memory than those take; the lines of the others count as of an unknown product. A name that was left out
 * once comes after a full number of others, so it never comes back, and the order of the lines leaves no trace.
 */
final class DayProducts {

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::product).thenComparing(Key::category);
    private static final Key UNKNOWN = new Key("", "");

    private final int most;
    private final Map<Key, Sum> sums = new HashMap<>();
    private final Sum others = new Sum();
    private @Nullable Key last;

    DayProducts(int most) {
        this.most = most;
    }

    void addLine(TransactionLine line) {
        Key key = new Key(line.product(), line.category());
        if (last != null && ORDER.compare(key, last) > 0) {
            others.addLine(line);
            return;
        }
        sums.computeIfAbsent(key, any -> new Sum()).addLine(line);
        if (sums.size() > 2 * most) {
            cut();
        }
    }

    /** Leaves out all but the first ones. */
    private void cut() {
        if (sums.size() <= most) {
            return;
        }
        List<Key> keys = new ArrayList<>(sums.keySet());
        Collections.sort(keys, ORDER);
        last = keys.get(most - 1);
        for (Key key : keys.subList(most, keys.size())) {
            others.add(sums.remove(key));
        }
    }

    /** The products kept, in order of product and category. */
    List<ProductDay> toProductDays() {
        cut();
        Map<Key, Sum> all = new HashMap<>(sums);
        if (others.lines > 0) {
            Sum unknown = new Sum();
            unknown.add(others);
            unknown.add(all.get(UNKNOWN));
            all.put(UNKNOWN, unknown);
        }
        return all.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(ORDER))
                .map(each -> each.getValue().toProductDay(each.getKey()))
                .toList();
    }

    /** The lines whose product or category is known and not kept. */
    int linesOfOthers() {
        cut();
        return others.lines;
    }

    private record Key(String product, String category) {}

    private static final class Sum {

        private long amount;
        private long quantity;
        private int lines;

        void addLine(TransactionLine line) {
            lines++;
            amount = DayAmounts.plus(amount, line.amount());
            quantity = DayAmounts.plus(quantity, line.quantity());
        }

        void add(@Nullable Sum other) {
            if (other != null) {
                lines += other.lines;
                amount = DayAmounts.plus(amount, other.amount);
                quantity = DayAmounts.plus(quantity, other.quantity);
            }
        }

        ProductDay toProductDay(Key key) {
            return new ProductDay(key.product(), key.category(), lines, amount, quantity);
        }
    }
}
