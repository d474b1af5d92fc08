package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.churn.quality.BandQuality;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutOffBandsTest {

    @Test
    void everyCustomerIsInTheBandOfTheRepeatPurchasesAndTheBestAreListedLast() {
        List<BandQuality> bands = CutOffBands.pool(List.of(cutOff(3_000), cutOff(1_000)));
        assertThat(bands)
                .extracting(BandQuality::band)
                .containsExactly("0", "1", "2-3", "4-7", "8-15", "16+", "top 1 %");
        assertThat(bands).extracting(BandQuality::customers).containsExactly(200L, 200L, 400L, 800L, 1_600L, 800L, 40L);
        assertThat(bands.get(1).meanChurn()).isCloseTo(0.05, within(1e-12));
        assertThat(bands.get(2).meanChurn()).isCloseTo(0.125, within(1e-12));
        assertThat(bands.get(2).modelChurn()).isCloseTo(0.25, within(1e-12));
        assertThat(bands.get(2).observedChurn()).isEqualTo(0.5);
        assertThat(bands.get(2).bias()).isCloseTo(-0.375, within(1e-12));
    }

    /** The most valuable are those of 19 repeat purchases, of which the even ones churn: 19 never does. */
    @Test
    void theTopHundredthIsThatOfTheGreatestExpectedValue() {
        BandQuality top = CutOffBands.pool(List.of(cutOff(3_000))).get(6);
        assertThat(top.customers()).isEqualTo(30);
        assertThat(top.meanChurn()).isCloseTo(0.95, within(1e-12));
        assertThat(top.observedChurn()).isZero();
        assertThat(CutOffBands.pool(List.of(cutOff(3_001))).get(6).customers()).isEqualTo(31);
    }

    @Test
    void aBandOfFewCustomersHasNoFigure() {
        assertThat(CutOffBands.pool(List.of(cutOff(200))).get(0))
                .isEqualTo(new BandQuality("0", 10, null, null, null, null));
        assertThat(CutOffBands.pool(List.of(new CutOffBands())).get(6))
                .isEqualTo(new BandQuality(BandQuality.TOP, 0, null, null, null, null));
    }

    /** Customers with 0 to 19 repeat purchases x, at 0.05 x, by the purchase model at 0.1 x / (1 + [x > 9]); even ones churn. */
    private static CutOffBands cutOff(int customers) {
        CutOffBands bands = new CutOffBands();
        for (int i = 0; i < customers; i++) {
            int x = i % 20;
            bands.addCustomer(new CutOffBands.Customer(x, 0.05 * x, x > 9 ? 0.05 * x : 0.1 * x, x, x % 2 == 0));
        }
        return bands;
    }
}
