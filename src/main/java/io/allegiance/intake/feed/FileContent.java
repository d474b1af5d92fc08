package io.allegiance.intake.feed;

import io.allegiance.intake.line.TransactionLine;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of a file are about, those left out that were refused.
 *
 * @param firstDay the earliest day of a line; null without a line
 * @param lastDay the latest; null without a line
 * @param customers number of customers; 0 for the small feeds
 * @param moreCustomers whether there may be more customers than were told apart
 * @param anonymous lines without a customer; 0 for the small feeds
 * @param trade what the lines of each currency come to, ISO 4217; an empty text for the reporting currency; empty for the
 *     small feeds
 */
public record FileContent(
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        long customers,
        boolean moreCustomers,
        long anonymous,
        SortedMap<String, TradeSums> trade) {

    /** No line. */
    public static final FileContent NONE = new Counter().content();

    public FileContent {
        trade = Collections.unmodifiableSortedMap(new TreeMap<>(trade));
    }

    /** Finds the currency that every line has, where that is not the reporting currency. */
    public Optional<String> findOnlyForeignCurrency() {
        return trade.size() == 1
                ? Optional.of(trade.firstKey()).filter(currency -> !currency.isEmpty())
                : Optional.empty();
    }

    /** Adds up lines, in any order. For one thread. */
    public static final class Counter {

        private final DistinctTexts customers = new DistinctTexts();
        private final Map<String, TradeSums.Counter> currencies = new HashMap<>();
        private @Nullable LocalDate firstDay;
        private @Nullable LocalDate lastDay;
        private long anonymous;
        private String currency = "";
        private TradeSums.Counter ofCurrency = new TradeSums.Counter();

        /** Adds the day of a line. */
        public void addDay(LocalDate day) {
            if (firstDay == null || day.isBefore(firstDay)) {
                firstDay = day;
            }
            if (lastDay == null || day.isAfter(lastDay)) {
                lastDay = day;
            }
        }

        /** Adds a line of trade. */
        public void addLine(TransactionLine line) {
            addDay(line.occurredAt().toLocalDate());
            if (line.customerId().isEmpty()) {
                anonymous++;
            } else {
                customers.addText(line.customerId());
            }
            if (currencies.isEmpty() || !line.currency().equals(currency)) {
                currency = line.currency();
                ofCurrency = currencies.computeIfAbsent(currency, code -> new TradeSums.Counter());
            }
            ofCurrency.addLine(line);
        }

        /** The lines added so far. */
        public FileContent content() {
            SortedMap<String, TradeSums> trade = new TreeMap<>();
            currencies.forEach((code, counter) -> trade.put(code, counter.sums()));
            return new FileContent(firstDay, lastDay, customers.count(), customers.isFull(), anonymous, trade);
        }
    }
}
