package io.allegiance.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.purchase.Money;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MoneySumTest {

    @Test
    void aSumIsExactHoweverLarge() {
        SplittableRandom random = new SplittableRandom(5);
        MoneySum sum = new MoneySum();
        BigDecimal expected = BigDecimal.ZERO;
        for (int i = 0; i < 1_000; i++) {
            long units = random.nextLong(-Money.LARGEST, Money.LARGEST) >> random.nextInt(40);
            sum.add(units);
            sum.add(new BigDecimal("0.25"));
            expected = expected.add(BigDecimal.valueOf(units, 4)).add(new BigDecimal("0.25"));
            assertThat(sum.toDecimal()).isEqualByComparingTo(expected);
        }
    }

    @Test
    void theLargestAmountsAddUp() {
        MoneySum sum = new MoneySum();
        for (int i = 0; i < 100; i++) {
            sum.add(Money.LARGEST);
        }
        assertThat(sum.toDecimal()).isEqualByComparingTo("9999999999999999.9900");
        for (int i = 0; i < 200; i++) {
            sum.add(-Money.LARGEST);
        }
        assertThat(sum.toDecimal()).isEqualByComparingTo("-9999999999999999.9900");
    }

    @Test
    void noAmountsAreNothing() {
        assertThat(new MoneySum().toDecimal()).isEqualByComparingTo(BigDecimal.ZERO);
    }
}
