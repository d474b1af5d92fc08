package io.allegiance.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.allegiance.testing.RfmSamples;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RfmThresholdsTest {

    @Test
    void tenDistinctCustomersFillEachScoreTwice() {
        RfmThresholds thresholds = RfmSamples.thresholds(
                new int[] {9, 0, 8, 1, 7, 2, 6, 3, 5, 4},
                IntStream.rangeClosed(1, 10).toArray(),
                LongStream.rangeClosed(1, 10).map(units -> units * 10_000).toArray());
        assertThat(IntStream.range(0, 10).map(thresholds::recencyScore)).containsExactly(5, 5, 4, 4, 3, 3, 2, 2, 1, 1);
        assertThat(IntStream.rangeClosed(1, 10).map(thresholds::frequencyScore))
                .containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
        assertThat(thresholds.score(0, 1, 100_000L)).isEqualTo(new RfmScore(5, 1, 5));
        assertThat(thresholds.score(9, 10, null)).isEqualTo(new RfmScore(1, 5, null));
    }

    @Test
    void equalCustomersGetEqualScoresEvenBelowFive() {
        // Six of ten are at 1 (worse: 0), four at 2 (worse: 6, 1 + floor(30 / 10) = 4).
        RfmThresholds thresholds =
                RfmSamples.thresholds(new int[10], new int[] {1, 2, 1, 2, 1, 2, 1, 2, 1, 1}, new long[0]);
        assertThat(thresholds.frequencyScore(1)).isEqualTo(1);
        assertThat(thresholds.frequencyScore(2)).isEqualTo(4);
        assertThat(thresholds.recencyScore(0)).isEqualTo(1);
    }

    @Test
    void aSingleCustomerIsInTheFirstFifth() {
        RfmThresholds thresholds = RfmSamples.thresholds(new int[] {3}, new int[] {7}, new long[] {5});
        assertThat(thresholds.score(3, 7, 5L)).isEqualTo(new RfmScore(1, 1, 1));
    }

    @Test
    void agreesWithTheDefinitionCountedOutForEveryCustomerOfRandomPopulations() {
        SplittableRandom random = new SplittableRandom(20251231);
        for (int trial = 0; trial < 400; trial++) {
            int n = 1 + random.nextInt(60);
            int distinct = 1 + random.nextInt(40);
            int[] days = random.ints(n, 0, distinct).toArray();
            int[] purchases = random.ints(n, 0, distinct).toArray();
            long[] spend = random.longs(random.nextInt(n + 1), 0, distinct * 1_000_000L)
                    .map(units -> units / 1_000_000 * 1_000_000)
                    .toArray();
            RfmThresholds thresholds = RfmSamples.thresholds(days, purchases, spend);
            RfmThresholds stored = RfmThresholds.of(new LinkedHashMap<>(thresholds.toMap()));
            for (int i = 0; i < n; i++) {
                int own = i;
                long staler =
                        IntStream.of(days).filter(other -> other > days[own]).count();
                long rarer = IntStream.of(purchases)
                        .filter(other -> other < purchases[own])
                        .count();
                assertThat(thresholds.recencyScore(days[i])).isEqualTo(score(staler, n));
                assertThat(thresholds.frequencyScore(purchases[i])).isEqualTo(score(rarer, n));
                assertThat(stored.score(days[i], purchases[i], null))
                        .isEqualTo(thresholds.score(days[i], purchases[i], null));
            }
            for (long units : spend) {
                long poorer =
                        LongStream.of(spend).filter(other -> other < units).count();
                assertThat(thresholds.monetaryScore(units)).isEqualTo(score(poorer, spend.length));
                assertThat(stored.monetaryScore(units)).isEqualTo(score(poorer, spend.length));
            }
            assertThat(stored).isEqualTo(thresholds);
        }
    }

    @Test
    void largePopulationsDoNotOverflow() {
        int n = 2_000_000;
        RfmThresholds thresholds =
                RfmSamples.thresholds(new int[n], IntStream.range(0, n).toArray(), new long[0]);
        assertThat(thresholds.frequencyScore(n / 5 - 1)).isEqualTo(1);
        assertThat(thresholds.frequencyScore(n / 5)).isEqualTo(2);
        assertThat(thresholds.frequencyScore(4 * (n / 5) - 1)).isEqualTo(4);
        assertThat(thresholds.frequencyScore(4 * (n / 5))).isEqualTo(5);
    }

    @Test
    void isStoredInAFixedOrderWithMoneyAsADecimal() {
        RfmThresholds thresholds = RfmSamples.thresholds(
                new int[] {40, 30, 20, 10, 0}, new int[] {1, 2, 3, 4, 5}, new long[] {15_000, 20_001, 30_000, 1, 40_000
                });
        assertThat(thresholds.toMap().toString())
                .isEqualTo(
                        "{recency_cut_2=40, recency_cut_3=30, recency_cut_4=20, recency_cut_5=10, "
                                + "frequency_cut_2=1, frequency_cut_3=2, frequency_cut_4=3, frequency_cut_5=4, "
                                + "monetary_cut_2=0.0001, monetary_cut_3=1.5000, monetary_cut_4=2.0001, monetary_cut_5=3.0000}");
    }

    @Test
    void anEmptyPopulationStoresNothingAndScoresNobody() {
        RfmThresholds nobody = RfmSamples.thresholds(new int[0], new int[0], new long[0]);
        assertThat(nobody.toMap()).isEmpty();
        assertThat(RfmThresholds.of(Map.of())).isEqualTo(nobody);
        assertThat(nobody.monetaryScore(null)).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> nobody.recencyScore(1));
    }

    @Test
    void refusesStoredThresholdsThatAreNotWhole() {
        Map<String, String> stored =
                new LinkedHashMap<>(RfmSamples.thresholds(new int[] {1}, new int[] {1}, new long[] {1})
                        .toMap());
        stored.put("monetary_cut_3", "1.00005");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmThresholds.of(stored))
                .withMessage("the stored threshold monetary_cut_3 is not such a number: 1.00005");
        stored.remove("monetary_cut_3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmThresholds.of(stored))
                .withMessage("the stored thresholds lack monetary_cut_3");
    }

    private static int score(long worse, long n) {
        return (int) (1 + Math.floorDiv(5 * worse, n));
    }
}
