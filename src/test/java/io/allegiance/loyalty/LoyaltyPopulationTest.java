package io.allegiance.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.testing.Merges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LoyaltyPopulationTest {

    @Test
    void populationsAreMergedInAnyOrder() {
        SplittableRandom random = new SplittableRandom(7);
        List<Consumer<LoyaltyPopulation>> customers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            LoyalCustomer customer = Loyal.since(600)
                    .gaps(random.nextInt(90), random.nextInt(90))
                    .spend(1 + random.nextInt(5), random.nextDouble() * 1e4)
                    .quantity(1 + random.nextInt(5), random.nextDouble() * 90)
                    .discounts(9, random.nextInt(10))
                    .incidents(3, random.nextInt(4))
                    .products(8, random.nextInt(9))
                    .growth(1, random.nextDouble() * 900, 1, random.nextDouble() * 900)
                    .categories(9, 3, 1 + 2 * random.nextDouble())
                    .referred(random.nextInt(3))
                    .customer();
            customers.add(population -> population.addCustomer(customer));
        }
        new Merges<LoyaltyPopulation>(LoyaltyPopulation::new, LoyaltyPopulation::merge, LoyaltyPopulation::toNorms)
                .assertLawsFor(customers);
    }

    /** What merge may forget, such as a sum that is added one day. */
    @Test
    void mergingOnePopulationIntoNobodyGivesThatOne() {
        LoyaltyPopulation one = new LoyaltyPopulation();
        one.addCustomer(Loyal.since(100)
                .gaps(30, 30)
                .spend(3, 96)
                .quantity(3, 12)
                .discounts(10, 4)
                .incidents(2, 1)
                .products(8, 2)
                .categories(4, 4, 4)
                .growth(2, 100, 1, 25)
                .referred(1)
                .customer());
        assertThat(one.toNorms().toMap()).as("every norm").hasSize(LoyaltyNorms.class.getRecordComponents().length);
        LoyaltyPopulation nobody = new LoyaltyPopulation();
        nobody.merge(one);
        assertThat(nobody.toNorms()).isEqualTo(one.toNorms());
    }

    @Test
    void normsAreRatiosOfSumsAndMedians() {
        LoyaltyNorms norms = norms(List.of(
                Loyal.since(100)
                        .gaps(30, 30)
                        .spend(3, 96)
                        .quantity(3, 12)
                        .discounts(10, 4)
                        .incidents(2, 1)
                        .products(8, 2)
                        .categories(4, 4, 4)
                        .growth(2, 100, 1, 25)
                        .referred(1),
                Loyal.since(265)
                        .gaps(40)
                        .spend(1, 16)
                        .products(2, 2)
                        .categories(3, 1, 1)
                        .growth(9, 900, 0, 0),
                Loyal.since(0).spend(1, 64).discounts(10, 10).incidents(2, 2)));
        assertThat(norms.purchasesPerDay()).isEqualTo(3 / 365.0);
        assertThat(norms.gapDays()).isEqualTo(100 / 3.0);
        assertThat(norms.spendPerPurchaseDay()).as("of 16, 32 and 64").isEqualTo(32);
        assertThat(norms.quantityPerPurchaseDay()).isEqualTo(4);
        assertThat(norms.categoriesBeyondFirst()).as("of 3 and 0").isEqualTo(1.5);
        assertThat(norms.fullPriceShare()).isEqualTo(14 / 20.0);
        assertThat(norms.referredBuyersPerYear()).isEqualTo(1);
        assertThat(norms.forgivenShare()).isEqualTo(3 / 4.0);
        assertThat(norms.spendGrowth()).as("of those with both years").isEqualTo(50 / 25.0);
        assertThat(norms.reboughtShare()).isEqualTo(4 / 10.0);
    }

    @Test
    void whatNobodyDoesHasNoNorm() {
        assertThat(norms(List.of())).isEqualTo(LoyaltyNorms.of(Map.of()));
        assertThat(norms(List.of(Loyal.since(0), Loyal.since(300)))).isEqualTo(LoyaltyNorms.of(Map.of()));
        assertThat(norms(List.of(Loyal.since(9).spend(3, 0))).spendPerPurchaseDay())
                .as("half of them spend nothing")
                .isNaN();
    }

    @Test
    void theOrderOfCustomersLeavesNoTrace() {
        SplittableRandom random = new SplittableRandom(3);
        List<Loyal> customers = new ArrayList<>();
        for (int i = 0; i < 999; i++) {
            customers.add(Loyal.since(random.nextInt(500))
                    .spend(1 + random.nextInt(5), random.nextDouble() * 1e4)
                    .growth(1, random.nextDouble() * 900, 1, random.nextDouble() * 900)
                    .categories(9, 3, 1 + 2 * random.nextDouble()));
        }
        LoyaltyNorms norms = norms(customers);
        Collections.shuffle(customers, new Random(4));
        assertThat(norms(customers)).isEqualTo(norms);
    }

    @Test
    void theMedianIsRightToOneIn64() {
        SplittableRandom random = new SplittableRandom(5);
        for (int size = 1; size < 400; size += 7) {
            double[] values = random.doubles(size, -12, 25).map(Math::exp).toArray();
            Median median = new Median();
            Arrays.stream(values).forEach(median::addValue);
            Arrays.sort(values);
            double exact = values[(size - 1) / 2];
            assertThat(median.lowerEdge()).isBetween(exact * (1 - 1 / 64.0), exact);
        }
        Median power = new Median();
        power.addValue(1024);
        assertThat(power.lowerEdge()).isCloseTo(1024, within(0.0));
    }

    @Test
    void theMedianStandsNumbersOfAnySize() {
        Median median = new Median();
        for (double value : new double[] {-1, 0, 1e-300, 7, 1e300, Double.MAX_VALUE, 9e99}) {
            median.addValue(value);
        }
        assertThat(median.lowerEdge()).isEqualTo(7);
        median.addValue(0);
        median.addValue(0);
        assertThat(median.lowerEdge()).isNaN();
    }

    private static LoyaltyNorms norms(List<Loyal> customers) {
        LoyaltyPopulation population = new LoyaltyPopulation();
        customers.forEach(customer -> population.addCustomer(customer.customer()));
        return population.toNorms();
    }
}
