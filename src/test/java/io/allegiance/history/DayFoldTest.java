package io.allegiance.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.line.TransactionType;
import io.allegiance.purchase.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DayFoldTest {

    @Test
    void aDayIsTheSumOfItsLines() {
        CustomerDay day = fold(
                Lines.purchase("T1", "10.00", "tea"),
                Lines.purchase("T1", "2.50", "0", "cup"),
                Lines.purchase("T2", "7.50", "1.25", "tea"),
                Lines.returned("4.00"));

        assertThat(day)
                .isEqualTo(new CustomerDay(
                        "C",
                        Lines.DAY,
                        3,
                        1,
                        2,
                        200_000L,
                        40_000L,
                        6_000L,
                        2,
                        1,
                        Keys.ofNames(List.of("T1", "T2")),
                        new DayReturns(0, Set.of(), List.of(TradeDays.returned("R", "tea", 40_000L))),
                        List.of(
                                new ProductDay("cup", "c", 1, 25_000L, 2_000L),
                                new ProductDay("tea", "t", 2, 175_000L, 4_000L))));
        assertThat(day.spend()).isEqualTo(200_000L);
    }

    @Test
    void aReturnInsideAPurchaseIsADiscountOfTheWholeReceipt() {
        CustomerDay day = fold(
                Lines.purchase("T1", "10.00", "0", "tea"),
                Lines.purchase("T1", "2.50", "cup"),
                Lines.purchase("T2", "7.50", "0", "tea"),
                Lines.returned("T1", "4.00"),
                Lines.returned("T1", "1.00"));
        assertThat(day.returnLines()).isEqualTo(2);
        assertThat(day.returnAmount()).isEqualTo(50_000L);
        assertThat(day.returned().returns()).isEmpty();
        assertThat(day.spend()).isEqualTo(150_000L);
        assertThat(day.discountKnownLines()).isEqualTo(3);
        assertThat(day.fullPriceLines()).isOne();
    }

    @Test
    void aReturnOfAllOrMoreOfAReceiptIsAReturn() {
        for (String amount : List.of("3", "5", "?")) {
            CustomerDay day = fold(Lines.purchase("T", "3", "tea"), Lines.returned("T", amount));
            assertThat(day.returned().returns()).as(amount).hasSize(1);
            assertThat(day.spend()).as(amount).isEqualTo(30_000L);
            assertThat(day.discountKnownLines()).as(amount).isZero();
        }
        assertThat(fold(Lines.purchase("T", "?", "tea"), Lines.returned("T", "1"))
                        .returned()
                        .returns())
                .hasSize(1);
    }

    @Test
    void aReturnOfNothingInsideAPurchaseIsNeitherReturnNorDiscount() {
        CustomerDay day = fold(Lines.purchase("T", "3", "0", "tea"), Lines.returned("T", "0"));
        assertThat(day.returned().returns()).isEmpty();
        assertThat(day.fullPriceLines()).isOne();
    }

    @Test
    void oneUnknownAmountMakesTheSpendUnknownAndNotThePurchaseDay() {
        CustomerDay bought = fold(Lines.purchase("T", "3", "tea"), Lines.purchase("T", "?", "cup"));
        assertThat(bought.purchaseAmount()).isNull();
        assertThat(bought.spend()).isNull();
        assertThat(bought.isPurchaseDay()).isTrue();
        assertThat(bought.products()).extracting(ProductDay::purchaseAmount).containsExactly(Money.UNKNOWN, 30_000L);

        CustomerDay returned = fold(Lines.purchase("T", "3", "tea"), Lines.returned("?"));
        assertThat(returned.purchaseAmount()).isEqualTo(30_000L);
        assertThat(returned.spend()).isEqualTo(30_000L);
        assertThat(returned.returned().returns()).containsExactly(TradeDays.returned("R", "tea", Money.UNKNOWN));
    }

    @Test
    void returnsAloneAreNoPurchaseDay() {
        CustomerDay day = fold(Lines.returned("5"), Lines.returned("1"));
        assertThat(day)
                .isEqualTo(new CustomerDay(
                        "C",
                        Lines.DAY,
                        0,
                        2,
                        0,
                        0L,
                        60_000L,
                        null,
                        0,
                        0,
                        Keys.NONE,
                        new DayReturns(0, Set.of(), List.of(TradeDays.returned("R", "tea", 60_000L))),
                        List.of()));
        assertThat(day.isPurchaseDay()).isFalse();
        assertThat(day.spend()).isZero();
    }

    @Test
    void productsOfNoNameAreOneProduct() {
        assertThat(fold(Lines.purchase("T", "1", ""), Lines.purchase("T", "2", ""))
                        .products())
                .containsExactly(new ProductDay("", "", 2, 30_000L, 4_000L));
    }

    /** As of a column of article numbers that was taken for amounts. */
    @Test
    void aSumThatDoesNotFitIsUnknown() {
        TransactionLine half = Lines.purchase("T", "5000000000", "tea");
        assertThat(fold(half, half).purchaseAmount()).isEqualTo(Money.LARGEST_OF_DAY);
        CustomerDay day = fold(half, half, Lines.purchase("T", "0.0001", "cup"));
        assertThat(day.purchaseAmount()).isNull();
        assertThat(day.spend()).isNull();
        assertThat(day.purchaseLines()).isEqualTo(3);
        assertThat(day.products()).extracting(ProductDay::purchaseAmount).containsExactly(1L, Money.LARGEST_OF_DAY);
    }

    @Test
    void ofTooManyProductsTheFirstAreKeptAndTheLinesOfTheOthersCounted() {
        SplittableRandom random = new SplittableRandom(24);
        List<TransactionLine> lines = new ArrayList<>();
        int distinct = 5 * DayLimits.MOST_PRODUCTS;
        for (int i = 0; i < 2 * distinct; i++) {
            lines.add(Lines.purchase("T" + i % 3_000, "1", String.format("p%05d", i % distinct)));
        }
        Collections.shuffle(lines, new Random(random.nextInt()));
        DayFold fold = new DayFold("C", Lines.DAY);
        lines.forEach(fold::addLine);
        CustomerDay day = fold.toCustomerDay();

        assertThat(day.purchaseLines()).isEqualTo(2 * distinct);
        assertThat(day.purchaseAmount()).isEqualTo(2L * distinct * Money.UNITS);
        assertThat(day.purchaseTransactions()).isEqualTo(3_000);
        assertThat(day.receipts().toBytes()).hasSize(DayLimits.MOST_TRANSACTIONS * Long.BYTES);
        int others = 2 * (distinct - DayLimits.MOST_PRODUCTS);
        assertThat(fold.linesOfOtherProducts()).isEqualTo(others);
        assertThat(day.products()).hasSize(DayLimits.MOST_PRODUCTS + 1);
        assertThat(day.products().get(0).product()).isEmpty();
        assertThat(day.products().get(0).purchaseLines()).isEqualTo(others);
        assertThat(day.products().get(1))
                .extracting(ProductDay::product, ProductDay::purchaseLines)
                .containsExactly("p00000", 2);
        assertThat(day.products().get(DayLimits.MOST_PRODUCTS).product()).isEqualTo("p01999");
        Collections.shuffle(lines, new Random(1));
        assertThat(hash(fold(lines))).isEqualTo(hash(day));
    }

    @Test
    void ofTooManyReturnsTheOthersAreOne() {
        List<TransactionLine> lines = new ArrayList<>();
        for (int i = 0; i < 3 * DayLimits.MOST_RETURNS; i++) {
            lines.add(Lines.returned("T" + i, "2"));
        }
        List<ReturnSum> returns = fold(lines).returned().returns();
        assertThat(returns).hasSize(DayLimits.MOST_RETURNS + 1);
        assertThat(returns.get(DayLimits.MOST_RETURNS))
                .isEqualTo(new ReturnSum(MatchKey.NONE, MatchKey.NONE, 2L * Money.UNITS * 2 * DayLimits.MOST_RETURNS));
        assertThat(returns.stream().mapToLong(ReturnSum::amount).sum()).isEqualTo(2L * Money.UNITS * lines.size());
    }

    @Test
    void theOrderOfTheLinesLeavesNoTrace() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 500; i++) {
            List<TransactionLine> lines = new ArrayList<>(random(random));
            CustomerDay day = fold(lines);
            Collections.shuffle(lines, new Random(i));
            assertThat(fold(lines)).isEqualTo(day);
            assertThat(hash(fold(lines))).isEqualTo(hash(day));
        }
    }

    @Test
    void anyChangeOfADayChangesItsHash() {
        List<CustomerDay> days = List.of(
                fold(Lines.purchase("T1", "10", "tea")),
                fold(Lines.purchase("T1", "10.0001", "tea")),
                fold(Lines.purchase("T1", "?", "tea")),
                fold(Lines.purchase("T1", "10", "0", "tea")),
                fold(Lines.purchase("T1", "10", "1", "tea")),
                fold(Lines.purchase("T1", "10", "tee")),
                fold(Lines.purchase("T1", "10", "")),
                fold(Lines.purchase("T1", "5", "tea"), Lines.purchase("T1", "5", "tea")),
                fold(Lines.purchase("T1", "5", "tea"), Lines.purchase("T2", "5", "tea")),
                fold(Lines.purchase("T1", "10", "tea"), Lines.returned("0")),
                fold(Lines.purchase("T1", "10", "tea"), Lines.returned("?")),
                fold(Lines.purchase("T1", "10", "tea"), Lines.returned("T1", "1")),
                fold(Lines.purchase("T1", "10", "tea"), Lines.returned("T2", "1")),
                fold(Lines.purchase("T1", "10", "tea"), Lines.returned("T3", "1")),
                fold(Lines.purchase("T2", "10", "tea")),
                fold(Lines.returned("10")));
        assertThat(days.stream().map(DayFoldTest::hash)).doesNotHaveDuplicates();
    }

    private static List<TransactionLine> random(SplittableRandom random) {
        List<String> products = List.of("tea", "cup", "", "客户", "😀", "\ufffd");
        return random.ints(1 + random.nextInt(12), 0, 1_000_000)
                .mapToObj(n -> new TransactionLine(
                        "T" + n % 3,
                        "" + n,
                        "C",
                        Lines.DAY.atStartOfDay(),
                        n % 4 == 0 ? TransactionType.RETURN : TransactionType.PURCHASE,
                        n % 11 == 0 ? Money.UNKNOWN : n,
                        "",
                        n % 7 == 0 ? Money.UNKNOWN : n % 9_000,
                        n % 2 == 0 ? Money.UNKNOWN : n % 3,
                        products.get(n % 5),
                        products.get(n % 6),
                        "",
                        ""))
                .toList();
    }

    private static CustomerDay fold(TransactionLine... lines) {
        return fold(List.of(lines));
    }

    private static CustomerDay fold(List<TransactionLine> lines) {
        DayFold fold = new DayFold("C", Lines.DAY);
        lines.forEach(fold::addLine);
        return fold.toCustomerDay();
    }

    private static String hash(CustomerDay day) {
        return HexFormat.of().formatHex(new DayHash().of(day));
    }
}
