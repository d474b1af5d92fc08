package io.allegiance.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.line.TransactionType;
import io.allegiance.purchase.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FileContentTest {

    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    private final FileContent.Counter counter = new FileContent.Counter();

    @Test
    void nothingIsKnownWithoutALine() {
        assertThat(counter.content()).isEqualTo(FileContent.NONE);
        assertThat(FileContent.NONE.firstDay()).isNull();
        assertThat(FileContent.NONE.trade()).isEmpty();
    }

    @Test
    void daysCustomersAnonymousLinesAndCurrenciesAreCounted() {
        counter.addLine(line("A", DAY, ""));
        counter.addLine(line("B", DAY.minusDays(3), "CHF"));
        counter.addLine(line("", DAY.plusDays(2), ""));
        counter.addLine(line("A", DAY, ""));

        FileContent content = counter.content();
        assertThat(content.firstDay()).isEqualTo(DAY.minusDays(3));
        assertThat(content.lastDay()).isEqualTo(DAY.plusDays(2));
        assertThat(content.customers()).isEqualTo(2);
        assertThat(content.moreCustomers()).isFalse();
        assertThat(content.anonymous()).isEqualTo(1);
        assertThat(content.trade().get("").lines()).isEqualTo(3);
        assertThat(content.trade().get("CHF").lines()).isEqualTo(1);
    }

    @Test
    void amountsAreAddedUpByCurrencyAndType() {
        counter.addLine(line("A", DAY, "", TransactionType.PURCHASE, Money.parse("10.50")));
        counter.addLine(line("A", DAY, "", TransactionType.PURCHASE, Money.parse("-0.50")));
        counter.addLine(line("B", DAY, "", TransactionType.RETURN, Money.parse("3.25")));
        counter.addLine(line("B", DAY, "", TransactionType.PURCHASE, Money.UNKNOWN));
        counter.addLine(line("B", DAY, "CHF", TransactionType.RETURN, Money.parse("7")));

        assertThat(counter.content().trade())
                .isEqualTo(Map.of(
                        "", new TradeSums(4, new BigDecimal("10.0000"), new BigDecimal("3.2500"), 1),
                        "CHF", new TradeSums(1, new BigDecimal("0.0000"), new BigDecimal("7.0000"), 0)));
    }

    @Test
    void sumsHaveNoLargestValue() {
        for (int i = 0; i < 100; i++) {
            counter.addLine(line("A", DAY, "", TransactionType.PURCHASE, Money.LARGEST));
        }

        assertThat(counter.content().trade().get("").purchases()).isEqualTo("9999999999999999.9900");
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
        return line(customer, day, currency, TransactionType.PURCHASE, 5);
    }

    private static TransactionLine line(
            String customer, LocalDate day, String currency, TransactionType type, long amount) {
        return new TransactionLine(
                "T",
                "1",
                customer,
                day.atStartOfDay(),
                type,
                amount,
                currency,
                Money.UNKNOWN,
                Money.UNKNOWN,
                "",
                "",
                "",
                "");
    }
}
