package io.allegiance.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.line.TransactionType;
import io.allegiance.purchase.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LineCollectorTest {

    private static final List<String> IDS = List.of("b", "a", "aa", "B", "é", "\uFF5E", "\uD83D\uDE00", "1", "10");

    @Test
    void collectedDaysEqualFoldedDaysInAnyLineOrder() {
        SplittableRandom random = new SplittableRandom(17);
        LineCollector collector = new LineCollector();
        Map<String, Map<LocalDate, DayFold>> folds = new TreeMap<>();
        for (int i = 0; i < 3_000; i++) {
            TransactionLine line = line(random);
            collector.collectLine(line);
            folds.computeIfAbsent(line.customerId(), id -> new TreeMap<>())
                    .computeIfAbsent(line.occurredAt().toLocalDate(), day -> new DayFold(line.customerId(), day))
                    .addLine(line);
        }
        List<CustomerDays> collected = new ArrayList<>();
        collector.drain(collected::add);
        assertThat(collected)
                .containsExactlyInAnyOrderElementsOf(folds.entrySet().stream()
                        .map(each -> CustomerDays.of(
                                each.getKey(),
                                each.getValue().values().stream()
                                        .map(fold -> fold.toCustomerDay().toTradeDay())
                                        .toList()))
                        .toList());
        assertThat(collected)
                .extracting(CustomerDays::customerId)
                .isSortedAccordingTo(Comparator.comparing(LineCollectorTest::hexOfUtf8));
    }

    @Test
    void drainedCustomersAreNotDrainedAgain() {
        LineCollector collector = new LineCollector();
        collector.collectLine(line(new SplittableRandom(1)));
        List<CustomerDays> first = new ArrayList<>();
        List<CustomerDays> second = new ArrayList<>();
        collector.drain(first::add);
        collector.drain(second::add);
        assertThat(first).hasSize(1);
        assertThat(second).isEmpty();
    }

    private static String hexOfUtf8(String id) {
        return HexFormat.of().formatHex(id.getBytes(StandardCharsets.UTF_8));
    }

    private static TransactionLine line(SplittableRandom random) {
        return new TransactionLine(
                "T" + random.nextInt(50),
                "1",
                IDS.get(random.nextInt(IDS.size())),
                LocalDate.of(2024, 12, 1).plusDays(random.nextInt(60)).atTime(random.nextInt(24), 0),
                random.nextInt(3) == 0 ? TransactionType.RETURN : TransactionType.PURCHASE,
                random.nextInt(20) == 0 ? Money.UNKNOWN : random.nextLong(100_000),
                "",
                random.nextInt(20) == 0 ? Money.UNKNOWN : random.nextLong(5_000),
                Money.UNKNOWN,
                "",
                random.nextInt(9) == 0 ? "" : "P" + random.nextInt(30),
                "",
                "");
    }
}
