package io.allegiance.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.line.TransactionType;
import io.allegiance.purchase.Money;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FileContentTest {

    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    private final FileContent.Counter counter = new FileContent.Counter();

    @Test
    void nothingIsKnownWithoutALine() {
        assertThat(counter.content()).isEqualTo(FileContent.NONE);
        assertThat(FileContent.NONE.firstDay()).isNull();
        assertThat(FileContent.NONE.linesByCurrency()).isEmpty();
    }

    @Test
    void daysCustomersAnonymousLinesAndCurrenciesAreCounted() {
        counter.addLine(line("A", DAY, ""));
        counter.addLine(line("B", DAY.minusDays(3), "CHF"));
        counter.addLine(line("", DAY.plusDays(2), ""));
        counter.addLine(line("A", DAY, ""));

        assertThat(counter.content())
                .isEqualTo(new FileContent(
                        DAY.minusDays(3), DAY.plusDays(2), 2, false, 1, new TreeMap<>(Map.of("", 3L, "CHF", 1L))));
    }

    @Test
    void customersAreCountedExactlyInAnyOrder() {
        SplittableRandom random = new SplittableRandom(22);
        Set<String> customers = new HashSet<>();
        for (int i = 0; i < 200_000; i++) {
            String customer = "C" + random.nextInt(60_000);
            customers.add(customer);
            counter.addLine(line(customer, DAY, ""));
        }

        assertThat(counter.content().customers()).isEqualTo(customers.size());
        assertThat(counter.content().moreCustomers()).isFalse();
    }

    @Test
    void countEndsAtItsBound() {
        DistinctTexts texts = new DistinctTexts();
        for (int i = 0; i < DistinctTexts.MOST + 10; i++) {
            texts.addText("C" + i);
        }

        assertThat(texts.isFull()).isTrue();
        assertThat(texts.count()).isEqualTo(DistinctTexts.MOST);
    }

    private static TransactionLine line(String customer, LocalDate day, String currency) {
        return new TransactionLine(
                "T",
                "1",
                customer,
                day.atStartOfDay(),
                TransactionType.PURCHASE,
                5,
                currency,
                Money.UNKNOWN,
                Money.UNKNOWN,
                "",
                "",
                "",
                "");
    }
}
