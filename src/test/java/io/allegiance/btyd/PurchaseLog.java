package io.allegiance.btyd;

import io.allegiance.testing.SharedData;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The purchase days of a shared log, as days since 1970: all lines but returns, whose amount is negative. */
record PurchaseLog(Map<String, TreeSet<Long>> daysOfCustomers, long firstDay, long lastDay) {

    static PurchaseLog read(String name) {
        Map<String, TreeSet<Long>> days = new TreeMap<>();
        TreeSet<Long> all = new TreeSet<>();
        for (SharedData.Line line : SharedData.lines(name)) {
            if (!line.amount().startsWith("-")) {
                long day = LocalDate.parse(line.timestamp().substring(0, 10)).toEpochDay();
                days.computeIfAbsent(line.customerId(), id -> new TreeSet<>()).add(day);
                all.add(day);
            }
        }
        return new PurchaseLog(days, all.first(), all.last());
    }

    /** The summaries as of the end of the i-th of so many equal parts of the log's time. */
    GroupedSummaries asOfPart(int i, int parts) {
        long asOf = firstDay + (lastDay - firstDay) * i / parts;
        GroupedSummaries.Builder builder = GroupedSummaries.builder();
        for (TreeSet<Long> days : daysOfCustomers.values()) {
            NavigableSet<Long> seen = days.headSet(asOf, true);
            if (!seen.isEmpty()) {
                builder.addCustomer(summary(seen, asOf));
            }
        }
        return builder.build();
    }

    private static PurchaseSummary summary(NavigableSet<Long> days, long asOf) {
        long first = days.first();
        return new PurchaseSummary(
                days.size() - 1, Math.toIntExact(days.last() - first), Math.toIntExact(asOf - first));
    }
}
