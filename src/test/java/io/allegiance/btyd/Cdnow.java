package io.allegiance.btyd;

import io.allegiance.testing.SharedData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The CDNOW research data as the papers see them: the first 39 weeks, purchases of a day merged. */
record Cdnow(GroupedSummaries summaries, GroupedSpend spend) {

    static final LocalDate AS_OF = LocalDate.of(1997, 9, 30);

    static Cdnow sample() {
        return read("cdnow_sample.csv.gz", AS_OF);
    }

    static Cdnow full() {
        return read("cdnow_full.csv.gz", AS_OF);
    }

    static Cdnow read(String name, LocalDate asOf) {
        Map<String, TreeMap<LocalDate, BigDecimal>> days = new TreeMap<>();
        for (SharedData.Line line : SharedData.lines(name)) {
            LocalDate day = LocalDate.parse(line.timestamp());
            if (!day.isAfter(asOf)) {
                days.computeIfAbsent(line.customerId(), id -> new TreeMap<>())
                        .merge(day, new BigDecimal(line.amount()), BigDecimal::add);
            }
        }
        return of(days.values(), asOf);
    }

    private static Cdnow of(Collection<TreeMap<LocalDate, BigDecimal>> customers, LocalDate asOf) {
        GroupedSummaries.Builder summaries = GroupedSummaries.builder();
        GroupedSpend.Builder spend = GroupedSpend.builder();
        for (TreeMap<LocalDate, BigDecimal> days : customers) {
            summaries.addCustomer(new PurchaseSummary(
                    days.size() - 1, between(days.firstKey(), days.lastKey()), between(days.firstKey(), asOf)));
            double[] repeats = days.tailMap(days.firstKey(), false).values().stream()
                    .mapToDouble(BigDecimal::doubleValue)
                    .filter(amount -> amount > 0)
                    .toArray();
            if (repeats.length > 0) {
                spend.addCustomer(repeats.length, Arrays.stream(repeats).sum());
            }
        }
        return new Cdnow(summaries.build(), spend.build());
    }

    private static int between(LocalDate first, LocalDate last) {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, last));
    }
}
