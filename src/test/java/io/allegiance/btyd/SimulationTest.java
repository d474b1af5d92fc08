package io.allegiance.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulationTest {

    private static final int DAYS = 1500;
    private static final int CUSTOMERS = 40_000;

    static List<PurchaseModel> models() {
        return List.of(new MbgNbd(0.8, 60, 0.9, 2.2), new BgNbd(0.8, 60, 0.9, 2.2), new ParetoNbd(0.8, 60, 0.7, 90));
    }

    @ParameterizedTest
    @MethodSource("models")
    void customersBuyAsOftenAsTheModelExpectsOfANewOne(PurchaseModel model) {
        RandomDataGenerator random = new RandomDataGenerator(12);
        double[] purchases = DoubleStream.generate(() -> model.simulateRepeatPurchaseDays(DAYS, random).length)
                .limit(CUSTOMERS)
                .toArray();
        double mean = DoubleStream.of(purchases).average().orElseThrow();
        double variance =
                DoubleStream.of(purchases).map(x -> (x - mean) * (x - mean)).sum() / CUSTOMERS;
        double expected = model.expectedPurchases(new PurchaseSummary(0, 0, 0), DAYS);
        double mergedByDay = 0.01 * expected;
        assertThat(mean).isCloseTo(expected, within(4 * Math.sqrt(variance / CUSTOMERS) + mergedByDay));
    }

    @ParameterizedTest
    @MethodSource("models")
    void daysAscendWithinThoseWatchedAndTheSameStateGivesTheSame(PurchaseModel model) {
        RandomDataGenerator random = new RandomDataGenerator(13);
        RandomDataGenerator again = new RandomDataGenerator(13);
        for (int customer = 0; customer < 3000; customer++) {
            int watched = random.nextInt(2000);
            int[] days = model.simulateRepeatPurchaseDays(watched, random);
            assertThat(days).isSorted().doesNotHaveDuplicates();
            assertThat(IntStream.of(days)).allMatch(day -> day >= 1 && day <= watched);
            assertThat(model.simulateRepeatPurchaseDays(again.nextInt(2000), again))
                    .isEqualTo(days);
        }
    }

    @Test
    void spendHasTheMeanOfItsModel() {
        GammaGamma model = new GammaGamma(6, 4, 15);
        RandomDataGenerator random = new RandomDataGenerator(14);
        double mean = DoubleStream.generate(() -> model.simulateSpend(1, random)[0])
                .limit(CUSTOMERS)
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(model.populationMean().orElseThrow(), within(0.6));
        assertThat(model.simulateSpend(0, random)).isEmpty();
    }
}
