package io.allegiance.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.line.TransactionType;
import io.allegiance.testing.SharedData;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A real shop's export, its ids made up: two orders refunded and cancelled, two refunded in part, one without an e-mail. */
class ShopifyCaseTest {

    private static final MappedFile EXPORT =
            MappedFile.read(SharedData.casePath("18-shopify-export/orders_export.csv"));

    @Test
    void everyRowIsCounted() {
        assertThat(EXPORT.use().name()).isEqualTo("shopify-orders");
        assertThat(EXPORT.use().rows()).isEqualTo(24);
        assertThat(EXPORT.use().leftOut()).isEqualTo(Map.of("cancelled", 3L));
        assertThat(EXPORT.rejections()).isEmpty();
        assertThat(EXPORT.lines()).hasSize(21 + 2);
        assertThat(EXPORT.cancelled()).containsExactly("#9004", "#9005");
        assertThat(EXPORT.lines().stream().filter(line -> line.customerId().isEmpty()))
                .extracting(TransactionLine::transactionId)
                .containsExactly("#9008");
        assertThat(EXPORT.lines()).extracting(TransactionLine::currency).containsOnly("USD");
    }

    @Test
    void ordersAddUpToTheirSubtotals() {
        assertThat(sums(TransactionType.PURCHASE))
                .isEqualTo(Map.of(
                        "#9000", "95.40",
                        "#9001", "509.00",
                        "#9002", "575.00",
                        "#9003", "233.10",
                        "#9006", "222.00",
                        "#9007", "194.40",
                        "#9008", "93.00"));
        assertThat(sums(TransactionType.RETURN)).isEqualTo(Map.of("#9006", "42.00", "#9007", "75.60"));
        assertThat(discounts()).isEqualTo("111.10");
    }

    @Test
    void timesAreConvertedWithTheirOffset() {
        assertThat(EXPORT.lines().stream().filter(line -> line.transactionId().equals("#9003")))
                .extracting(line -> line.occurredAt().toString())
                .containsOnly("2022-01-01T01:27:45");
    }

    private static Map<String, String> sums(TransactionType type) {
        Map<String, Long> sums = EXPORT.lines().stream()
                .filter(line -> line.type() == type)
                .collect(Collectors.groupingBy(
                        TransactionLine::transactionId, TreeMap::new, Collectors.summingLong(TransactionLine::amount)));
        Map<String, String> texts = new TreeMap<>();
        sums.forEach((order, sum) -> texts.put(order, money(sum)));
        return texts;
    }

    private static String discounts() {
        List<Long> known = EXPORT.lines().stream()
                .filter(line -> line.type() == TransactionType.PURCHASE)
                .map(TransactionLine::discount)
                .toList();
        return money(known.stream().mapToLong(Long::longValue).sum());
    }

    private static String money(long tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, 4).setScale(2).toPlainString();
    }
}
