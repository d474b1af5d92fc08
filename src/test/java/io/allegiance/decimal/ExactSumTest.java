package io.allegiance.decimal;

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
            sum.addUnits(units);
            plain = plain.add(BigInteger.valueOf(units));
            assertThat(sum.total()).isEqualTo(plain);
        }
        sum.addUnits(Long.MAX_VALUE);
        sum.addUnits(Long.MAX_VALUE);
        sum.addUnits(Long.MIN_VALUE);
        assertThat(sum.total()).isEqualTo(plain.add(BigInteger.valueOf(Long.MAX_VALUE - 1)));
    }
}
