package io.allegiance.churn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FeatureBinsTest {

    @Test
    void aValueIsInTheFirstBinWhoseThresholdItDoesNotExceed() {
        FeatureBins bins = new FeatureBins(new double[] {1, 2, 5});
        assertThat(bins.size()).isEqualTo(5);
        assertThat(bins.binOf(-7)).isZero();
        assertThat(bins.binOf(1)).isZero();
        assertThat(bins.binOf(Math.nextUp(1.0))).isEqualTo(1);
        assertThat(bins.binOf(5)).isEqualTo(2);
        assertThat(bins.binOf(5.5)).isEqualTo(3);
        assertThat(bins.binOf(Double.NaN)).isEqualTo(4).isEqualTo(bins.missing());
    }

    @Test
    void everyBinOfItsOwnValuesHasOneAndEqualValuesShareABin() {
        SplittableRandom random = new SplittableRandom(22);
        for (int trial = 0; trial < 200; trial++) {
            int distinct = 1 + random.nextInt(trial % 2 == 0 ? 5 : 10_000);
            double[] sorted = random.ints(1 + random.nextInt(3_000), 0, distinct)
                    .asDoubleStream()
                    .sorted()
                    .toArray();
            FeatureBins bins = FeatureBins.ofQuantiles(sorted);
            int[] used = Arrays.stream(sorted).mapToInt(bins::binOf).toArray();
            assertThat(used).isSorted();
            assertThat(Arrays.stream(used).distinct().count()).isEqualTo(bins.size() - 1);
            assertThat(bins.size()).isLessThanOrEqualTo(Byte.MAX_VALUE);
            for (double threshold : bins.thresholds()) {
                assertThat(Arrays.binarySearch(sorted, threshold)).isNotNegative();
            }
        }
    }

    @Test
    void theBestHundredthHasABinOfItsOwn() {
        double[] sorted = new double[10_000];
        Arrays.setAll(sorted, i -> i);
        FeatureBins bins = FeatureBins.ofQuantiles(sorted);
        assertThat(bins.thresholds())
                .hasSize(35)
                .contains(49, 99, 199, 9_799, 9_899, 9_949)
                .contains(4_999);
        assertThat(bins.binOf(9_950)).isEqualTo(35);
    }

    @Test
    void oneValueOrNoneNeedsNoThreshold() {
        assertThat(FeatureBins.ofQuantiles(new double[0]).thresholds()).isEmpty();
        assertThat(FeatureBins.ofQuantiles(new double[] {3, 3, 3}).thresholds()).isEmpty();
        assertThat(FeatureBins.ofQuantiles(new double[] {3, 3, 4}).thresholds()).containsExactly(3);
    }
}
