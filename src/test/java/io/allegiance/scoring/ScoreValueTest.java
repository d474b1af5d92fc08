package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.decimal.FixedPoint;
import io.allegiance.scoring.ScoreValue.Money;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScoreValueTest {

    @Test
    void countMoneyAndChurnTellOneStory() {
        // (1 - 0.75) · 2.5 = 0.625 purchase days; · 40 = 25.00; 0.75 · 2.5 · 40 = 75.00.
        assertThat(ScoreValue.of(0.75, 2.5, 40.0))
                .isEqualTo(new ScoreValue(625_000, new Money(400_000, 250_000, 750_000)));
    }

    @Test
    void whereSpendIsUnknownTheCountIsKnownAndNoMoneyIs() {
        assertThat(ScoreValue.of(0.75, 2.5, null)).isEqualTo(new ScoreValue(625_000, null));
    }

    @Test
    void whoIsSureToComeRisksNothingAndWhoIsGoneBringsNothing() {
        assertThat(ScoreValue.of(0, 3, 10.0)).isEqualTo(new ScoreValue(3_000_000, new Money(100_000, 300_000, 0)));
        assertThat(ScoreValue.of(1, 3, 10.0)).isEqualTo(new ScoreValue(0, new Money(100_000, 0, 300_000)));
    }

    @Test
    void moneyIsRoundedFromTheProductAndNotFromRoundedFactors() {
        // Half a purchase day of 33.33333: 16.666665, not 0.5 · 33.3333 = 16.66665.
        ScoreValue value = ScoreValue.of(0.5, 1, 33.33333);
        assertThat(value).isEqualTo(new ScoreValue(500_000, new Money(333_333, 166_667, 166_667)));
    }

    @Test
    void valueAndValueAtRiskAddUpToWhatComesWithoutChurn() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 10_000; trial++) {
            double purchases = 1 + random.nextDouble() * 20;
            double spend = random.nextDouble() * 1_000;
            Money money = ScoreValue.of(random.nextDouble(), purchases, spend).money();
            assertThat(money).isNotNull();
            assertThat(money.expectedValue() + money.valueAtRisk())
                    .isCloseTo(FixedPoint.round(purchases * spend, FixedPoint.MONEY), within(1L));
        }
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreValue.of(1.1, 1, null));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreValue.of(Double.NaN, 1, null));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreValue.of(0.5, 0.9, null));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreValue.of(0.5, 1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreValue.of(0.5, 1, -1.0));
    }
}
