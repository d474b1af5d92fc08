package io.allegiance.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.allegiance.testing.Merges;
import io.allegiance.testing.RfmSamples;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RfmPopulationTest {

    @Test
    void populationsAreMergedInAnyOrder() {
        SplittableRandom random = new SplittableRandom(25);
        List<Consumer<RfmPopulation>> customers = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int days = random.nextInt(3_000);
            int purchases = random.nextInt(9);
            Long spend = random.nextInt(4) == 0 ? null : random.nextLong(1L << random.nextInt(1, 60));
            customers.add(population -> population.addCustomer(days, purchases, spend));
        }
        new Merges<RfmPopulation>(RfmPopulation::new, RfmPopulation::merge, RfmPopulation::toThresholds)
                .assertLawsFor(customers);
    }

    @Test
    void fiveCustomersTakeTheFiveScores() {
        RfmPopulation population = new RfmPopulation();
        for (int i = 0; i < 5; i++) {
            population.addCustomer(10 * i, 5 - i, 1_000L * (5 - i));
        }
        RfmThresholds thresholds = population.toThresholds();
        for (int i = 0; i < 5; i++) {
            assertThat(thresholds.score(10 * i, 5 - i, 1_000L * (5 - i)).recency())
                    .isEqualTo(5 - i);
            assertThat(thresholds.frequencyScore(5 - i)).isEqualTo(5 - i);
            assertThat(thresholds.monetaryScore(1_000L * (5 - i))).isEqualTo(5 - i);
        }
    }

    @Test
    void unknownSpendCountsForRecencyAndFrequencyAlone() {
        RfmPopulation population = new RfmPopulation();
        population.addCustomer(1, 1, null);
        population.addCustomer(2, 2, null);
        population.addCustomer(3, 3, 7L);
        assertThat(population.toThresholds())
                .isEqualTo(RfmSamples.thresholds(new int[] {1, 2, 3}, new int[] {1, 2, 3}, new long[] {7}));
    }

    @Test
    void spendOfAnySizeIsFoundByItsRank() {
        SplittableRandom random = new SplittableRandom(24);
        long[] spend = random.longs(200_000)
                .map(number -> (number & Long.MAX_VALUE) >> random.nextInt(63))
                .toArray();
        RfmPopulation population = new RfmPopulation();
        for (long each : spend) {
            population.addCustomer(0, 0, each);
        }
        Map<String, String> thresholds = population.toThresholds().toMap();
        Arrays.sort(spend);
        for (int score = 2; score <= 5; score++) {
            long cut = spend[(score - 1) * spend.length / 5 - 1];
            assertThat(thresholds.get("monetary_cut_" + score))
                    .isEqualTo(BigDecimal.valueOf(cut, 4).toPlainString());
        }
    }

    @Test
    void nothingBelowZeroIsTaken() {
        RfmPopulation population = new RfmPopulation();
        assertThatIllegalArgumentException().isThrownBy(() -> population.addCustomer(-1, 1, 1L));
        assertThatIllegalArgumentException().isThrownBy(() -> population.addCustomer(1, -1, 1L));
        assertThatIllegalArgumentException().isThrownBy(() -> population.addCustomer(1, 1, -1L));
    }

    @Test
    void scoresOfALargePopulationAreTheirDefinition() {
        SplittableRandom random = new SplittableRandom(23);
        int[] days = random.ints(5_000, 0, 400).toArray();
        long[] spend = random.longs(5_000, 0, 3_000).toArray();
        RfmPopulation population = new RfmPopulation();
        IntStream.range(0, days.length)
                .forEach(i -> population.addCustomer(days[i], days[i] % 7, i % 3 == 0 ? null : spend[i]));
        RfmThresholds thresholds = population.toThresholds();
        for (int i = 0; i < days.length; i += 97) {
            int own = i;
            long longerAgo =
                    IntStream.of(days).filter(other -> other > days[own]).count();
            long poorer = IntStream.range(0, spend.length)
                    .filter(other -> other % 3 != 0 && spend[other] < spend[own])
                    .count();
            long known = IntStream.range(0, spend.length)
                    .filter(other -> other % 3 != 0)
                    .count();
            assertThat(thresholds.recencyScore(days[i])).isEqualTo((int) (1 + 5 * longerAgo / days.length));
            if (i % 3 != 0) {
                assertThat(thresholds.monetaryScore(spend[i])).isEqualTo((int) (1 + 5 * poorer / known));
            }
        }
    }
}
