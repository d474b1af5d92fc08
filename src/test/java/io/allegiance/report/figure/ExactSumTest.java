package io.allegiance.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExactSumTest {

    @Test
    void goesOnBeyondALong() {
        SplittableRandom random = new SplittableRandom(17);
        ExactSum sum = new ExactSum();
        BigInteger plain = BigInteger.ZERO;
        for (int i = 0; i < 1_000; i++) {
            long units = random.nextLong();
            sum.add(units);
            plain = plain.add(BigInteger.valueOf(units));
            assertThat(sum.total()).isEqualTo(plain);
        }
        sum.add(Long.MAX_VALUE);
        sum.add(Long.MAX_VALUE);
        sum.add(Long.MIN_VALUE);
        assertThat(sum.total()).isEqualTo(plain.add(BigInteger.valueOf(Long.MAX_VALUE - 1)));
    }

    @Test
    void aMeanIsRoundedOnceAndHalfToEven() {
        ExactMean mean = new ExactMean();
        assertThat(mean.of(4, 4)).isNull();
        mean.add(1);
        mean.add(2, 7);
        assertThat(mean.of(2, 4)).as("0.03 / 8 = 0.00375").isEqualByComparingTo("0.0038");
        assertThat(Ratio.share(1, 128)).as("0.0078125").isEqualByComparingTo("0.007812");
        assertThat(Ratio.share(1, 0)).isNull();
    }
}
