package io.allegiance.crossselling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CategoryLiftTest {

    /**
     * <pre>
     * n   TEA 300, COFFEE 400, CAKE 350, WINE 250; N 1000
     * n_ij     COFFEE  CAKE  WINE        lift     COFFEE              CAKE                 WINE
     * TEA         200   150    50        TEA      200 000/120 000     150 000/105 000      0
     * COFFEE            100     0        COFFEE                       100 000/140 000      0
     * CAKE                    100        CAKE                                              100 000/87 500
     * </pre>
     */
    private static final Baskets SHOP = new Baskets()
            .addCustomers(50, "TEA COFFEE CAKE")
            .addCustomers(150, "TEA COFFEE")
            .addCustomers(50, "TEA CAKE WINE")
            .addCustomers(50, "TEA CAKE")
            .addCustomers(50, "COFFEE CAKE")
            .addCustomers(150, "COFFEE")
            .addCustomers(50, "CAKE WINE")
            .addCustomers(100, "CAKE")
            .addCustomers(150, "WINE")
            .addCustomers(200, "BREAD");

    private static final CategoryLift LIFT = CategoryLift.of(SHOP.count(100));

    @Test
    void liftIsThatOfTheTableAnd0WithoutSupport() {
        assertThat(LIFT.categories()).containsExactly("COFFEE", "CAKE", "TEA", "WINE");
        assertThat(LIFT.lift("TEA", "COFFEE")).isEqualTo(200_000 / 120_000.0);
        assertThat(LIFT.lift("COFFEE", "TEA")).isEqualTo(200_000 / 120_000.0);
        assertThat(LIFT.lift("CAKE", "TEA")).isEqualTo(150_000 / 105_000.0);
        assertThat(LIFT.lift("CAKE", "COFFEE")).isEqualTo(100_000 / 140_000.0);
        assertThat(LIFT.lift("WINE", "CAKE")).isEqualTo(100_000 / 87_500.0);
        assertThat(LIFT.lift("TEA", "WINE")).isZero();
        assertThat(LIFT.lift("TEA", "TEA")).isZero();
        assertThat(LIFT.lift("TEA", "BREAD")).isZero();
        assertThat(LIFT.lift("FISH", "TEA")).isZero();
    }

    @Test
    void theLargestMeanLiftOfWhatIsNotOwnedIsProposed() {
        assertThat(LIFT.propose(List.of("TEA"))).contains("COFFEE");
        assertThat(LIFT.propose(List.of("COFFEE"))).contains("TEA");
        assertThat(LIFT.propose(List.of("WINE"))).contains("CAKE");
        // TEA 1.429 / 2, COFFEE 0.714 / 2
        assertThat(LIFT.propose(List.of("WINE", "CAKE"))).contains("TEA");
        // CAKE (1.429 + 0.714) / 2, WINE 0
        assertThat(LIFT.propose(List.of("TEA", "COFFEE"))).contains("CAKE");
        // COFFEE (1.667 + 0.714) / 2, WINE (0 + 1.143) / 2
        assertThat(LIFT.propose(List.of("TEA", "CAKE"))).contains("COFFEE");
    }

    @Test
    void nothingIsProposedWithoutKnownOrRelatedCategory() {
        assertThat(LIFT.propose(List.of())).isEmpty();
        assertThat(LIFT.propose(List.of("BREAD", "FISH", ""))).isEmpty();
        assertThat(LIFT.propose(List.of("WINE", "TEA", "CAKE", "COFFEE"))).isEmpty();
        CategoryLift two = CategoryLift.of(
                new Baskets().addCustomers(100, "A B").addCustomers(200, "C D").count(100));
        assertThat(two.propose(List.of("A", "B"))).isEmpty();
        assertThat(two.propose(List.of("A", "C", "D"))).contains("B");
        assertThat(CategoryLift.of(new Baskets().count(100)).propose(List.of("A")))
                .isEmpty();
    }

    @Test
    void whatIsNoProductIsNeitherOwnedNorProposed() {
        CategoryLift without = LIFT.without(List.of("TEA", "FISH"));
        assertThat(without.propose(List.of("COFFEE"))).contains("CAKE");
        assertThat(without.propose(List.of("TEA"))).isEmpty();
        assertThat(LIFT.propose(List.of("COFFEE"))).contains("TEA");
    }

    @Test
    void unknownAndRepeatedCategoriesAreNothingMore() {
        assertThat(LIFT.propose(List.of("TEA", "FISH", "CAKE", "TEA", "TEA", "BREAD")))
                .contains("COFFEE");
    }

    @Test
    void equalScoresAreOrderedByCustomersThenName() {
        // lifts with A: 100 · 600 / (400 · 100) for C and D, and for B, of twice the customers, the same
        Baskets equal = new Baskets()
                .addCustomers(200, "A B")
                .addCustomers(100, "A D")
                .addCustomers(100, "A C")
                .addCustomers(200, "E");
        CategoryLift lift = CategoryLift.of(equal.count(100));
        assertThat(lift.lift("A", "B")).isEqualTo(lift.lift("A", "C")).isEqualTo(lift.lift("A", "D"));
        assertThat(lift.propose(List.of("A"))).contains("B");
        assertThat(lift.propose(List.of("A", "B"))).contains("C");
        assertThat(lift.propose(List.of("A", "B", "C"))).contains("D");
    }

    @Test
    void proposalsAreThoseOfASecondImplementationInExactNumbers() {
        SplittableRandom random = new SplittableRandom(23);
        int proposals = 0;
        for (int i = 0; i < 150; i++) {
            Baskets baskets = Baskets.random(random);
            int support = random.nextInt(1, 12);
            CategoryLift lift = CategoryLift.of(baskets.count(support));
            PlainLift plain = new PlainLift(baskets.owned(), support);
            for (List<String> owned : baskets.owned()) {
                String proposed = lift.propose(owned).orElse(null);
                proposals += proposed == null ? 0 : 1;
                assertThat(proposed).isIn(plain.best(owned));
            }
        }
        assertThat(proposals).isGreaterThan(2_000);
    }

    @Test
    void neitherTheOrderOfCustomersNorOfCategoriesLeavesATrace() {
        SplittableRandom random = new SplittableRandom(29);
        for (int i = 0; i < 200; i++) {
            Baskets baskets = Baskets.random(random);
            CategoryLift lift = CategoryLift.of(baskets.count(2));
            CategoryLift shuffled = CategoryLift.of(baskets.shuffled(random).count(2));
            for (List<String> owned : baskets.owned()) {
                List<String> turned = new ArrayList<>(owned);
                Collections.rotate(turned, random.nextInt(4));
                assertThat(shuffled.propose(turned)).isEqualTo(lift.propose(owned));
            }
        }
    }

    @Test
    void pairsOfOtherCategoriesAreRefused() {
        CoPurchases counted = SHOP.count(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CategoryLift.of(
                        new CoPurchases(1_000, 100, counted.categories().subList(0, 3), counted.pairs())))
                .withMessageContaining("not those of 3 categories");
    }

    /** The formula as it stands, customer by customer. */
    private record PlainLift(List<List<String>> customers, int support) {

        private long owners(List<String> categories) {
            return customers.stream()
                    .filter(owned -> owned.containsAll(categories))
                    .count();
        }

        private BigDecimal lift(String one, String other) {
            long both = owners(List.of(one, other));
            long all = customers.stream().filter(owned -> !owned.isEmpty()).count();
            return both < support
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(both * all)
                            .divide(
                                    BigDecimal.valueOf(owners(List.of(one)) * owners(List.of(other))),
                                    MathContext.DECIMAL128);
        }

        private BigDecimal score(List<String> owned, String category) {
            return owned.stream().map(each -> lift(each, category)).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** Those that may be proposed: one, or more where rounding decides; null alone for none. */
        List<String> best(List<String> owned) {
            List<String> others = customers.stream()
                    .flatMap(List::stream)
                    .distinct()
                    .filter(category -> !owned.contains(category))
                    .toList();
            double largest = others.stream()
                    .mapToDouble(category -> score(owned, category).doubleValue())
                    .max()
                    .orElse(0);
            return largest == 0
                    ? Collections.singletonList(null)
                    : others.stream()
                            .filter(category -> score(owned, category).doubleValue() > largest - 1e-12)
                            .toList();
        }
    }
}
