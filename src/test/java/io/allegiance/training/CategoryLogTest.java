package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.allegiance.crossselling.CoPurchases;
import io.allegiance.history.CustomerCategories;
import io.allegiance.history.CustomerCategories.First;
import io.allegiance.history.CustomerDays;
import io.allegiance.history.HistoryDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CategoryLogTest {

    private static final LocalDate D = Fits.AS_OF;

    @Test
    void logSeparatesCategoriesBeforeAndAfterDate() {
        CategoryLog log = log(bought("A", 100, "WINE 100", "TEA 100", "CAKE 10", "BREAD 0"), bought("B", 50));
        assertThat(log.names()).containsExactly("BREAD", "CAKE", "TEA", "WINE");
        assertThat(log.size()).isEqualTo(2);
        assertThat(log.isKnown(1, D.minusDays(50))).isTrue();
        assertThat(log.isKnown(1, D.minusDays(51))).isFalse();
        assertThat(log.getOwned(0, D.minusDays(101))).isEmpty();
        assertThat(log.getOwned(0, D.minusDays(100))).containsExactly(2, 3);
        assertThat(log.getOwned(0, D)).containsExactly(2, 3, 1, 0);
        assertThat(log.getAdded(0, D.minusDays(100), 89)).isEmpty();
        assertThat(log.getAdded(0, D.minusDays(100), 90)).containsExactly(1);
        assertThat(log.getAdded(0, D.minusDays(11), 11)).containsExactly(1, 0);
        assertThat(log.getOwned(1, D)).isEmpty();
    }

    @Test
    void itKnowsNothingOfDaysAfterItsLast() {
        CategoryLog log = log(bought("A", 3, "TEA 3", "WINE -1"), bought("B", -1, "FISH -1"));
        assertThat(log.size()).isEqualTo(1);
        assertThat(log.names()).containsExactly("TEA");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.getOwned(0, D.plusDays(1)))
                .withMessageContaining("ends on " + D);
        assertThatIllegalArgumentException().isThrownBy(() -> log.getAdded(0, D, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> log.countCoPurchases(D.plusDays(1)));
    }

    @Test
    void categoriesThatAreNoProductsTakeNoPart() {
        CategoryLog.Builder builder = new CategoryLog.Builder(D, List.of("POST", "FEE"));
        builder.addCustomer(bought("A", 9, "POST 9", "TEA 5"));
        builder.addCustomer(bought("B", 8, "POST 8"));
        CategoryLog log = builder.build();
        assertThat(log.names()).containsExactly("TEA");
        assertThat(log.getOwned(0, D)).containsExactly(0);
        assertThat(log.isKnown(1, D)).isTrue();
        assertThat(log.getOwned(1, D)).isEmpty();
    }

    @Test
    void theOrderOfTheLinesOfADayLeavesNoTrace() {
        String[] lines = {"é 9", "B 9", "😀 9", "\ufffd 9", "a 9", "C 8", "A 8"};
        List<String> turned = new ArrayList<>(Arrays.asList(lines).subList(0, 5));
        Collections.reverse(turned);
        turned.addAll(List.of("A 8", "C 8"));
        CategoryLog log = log(bought("1", 9, lines));
        CategoryLog other = log(bought("1", 9, turned.toArray(String[]::new)));
        assertThat(other.names()).isEqualTo(log.names()).containsExactly("A", "B", "C", "a", "é", "\ufffd", "😀");
        assertThat(other.getOwned(0, D)).isEqualTo(log.getOwned(0, D)).containsExactly(1, 3, 4, 5, 6, 0, 2);
    }

    @Test
    void coPurchasesAreCountedAsOfADate() {
        CategoryLog log = log(IntStream.range(0, 150)
                .mapToObj(i -> bought(id(i), 40, "TEA 40", i < 120 ? "CAKE 30" : "CAKE 0", "WINE 1"))
                .toArray(CustomerCategories[]::new));
        assertThat(log.countCoPurchases(D.minusDays(31)).categories()).isEmpty();
        assertThat(log.countCoPurchases(D.minusDays(30)).categories())
                .containsExactly(new CoPurchases.Category("TEA", 150), new CoPurchases.Category("CAKE", 120));
        assertThat(log.countCoPurchases(D).categories()).hasSize(3);
    }

    @Test
    void surplusCustomersAndCategoriesAreSampledById() {
        List<Integer> ofCustomers = sample(400, Long.MAX_VALUE, Integer.MAX_VALUE);
        assertThat(ofCustomers).hasSizeBetween(200, 400);
        assertThat(sample(Integer.MAX_VALUE, 800, Integer.MAX_VALUE)).isEqualTo(ofCustomers);
        assertThat(sample(Integer.MAX_VALUE, Long.MAX_VALUE, 401)).isEqualTo(ofCustomers);
        assertThat(sample(Integer.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE)).hasSize(1_000);
        PurchaseLog.Builder purchases = new PurchaseLog.Builder(D, 400);
        IntStream.range(0, 1_000)
                .forEach(i ->
                        purchases.addCustomer(new CustomerDays(id(i), List.of(new HistoryDay(D, true, null, null)))));
        PurchaseLog log = purchases.build();
        assertThat(IntStream.range(0, log.size()).mapToObj(i -> Integer.valueOf(log.customerId(i))))
                .containsExactlyElementsOf(ofCustomers);
    }

    /** Of a thousand customers with two categories each, one of them their own number. */
    private static List<Integer> sample(int mostCustomers, long mostEntries, int mostNames) {
        CategoryLog.Builder builder = new CategoryLog.Builder(D, List.of(), mostCustomers, mostEntries, mostNames);
        IntStream.range(0, 1_000).forEach(i -> builder.addCustomer(bought(id(i), 9, "TEA 9", id(i) + " 8")));
        CategoryLog log = builder.build();
        assertThat(log.names()).as("names of the sample alone").hasSize(log.size() + 1);
        return IntStream.range(0, log.size())
                .mapToObj(i -> Integer.valueOf(log.names().get(log.getOwned(i, D)[1])))
                .toList();
    }

    @Test
    void customersComeInOrderEachOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> log(bought("B", 1), bought("A", 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> log(bought("A", 1), bought("A", 1)));
    }

    private static String id(int customer) {
        return String.format(Locale.ROOT, "%04d", customer);
    }

    /** A customer with the first purchase so many days ago, and categories such as {@code "TEA 9"}, nine days ago. */
    private static CustomerCategories bought(String id, int firstDaysAgo, String... categories) {
        return new CustomerCategories(
                id,
                D.minusDays(firstDaysAgo),
                Arrays.stream(categories)
                        .map(each -> each.split(" "))
                        .map(each -> new First(each[0], D.minusDays(Integer.parseInt(each[1]))))
                        .toList());
    }

    private static CategoryLog log(CustomerCategories... customers) {
        CategoryLog.Builder log = new CategoryLog.Builder(D, List.of());
        Arrays.stream(customers).forEach(log::addCustomer);
        return log.build();
    }
}
