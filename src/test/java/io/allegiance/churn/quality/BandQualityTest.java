package io.allegiance.churn.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BandQualityTest {

    /** 30 customers of a cut-off at 0.5, of which 12 churn, and 10 of another at 0.2, of which 4 do. */
    @Test
    void meansAreOfAllCustomersAndTheBiasOfAllCutOffs() {
        BandQuality band =
                BandQuality.of("1", List.of(sums(30, 0.5, 0.6, 12), sums(0, 0, 0, 0), sums(10, 0.2, 0.1, 4)));
        assertThat(band.band()).isEqualTo("1");
        assertThat(band.customers()).isEqualTo(40);
        assertThat(band.meanChurn()).isCloseTo((15 + 2) / 40.0, within(1e-12));
        assertThat(band.observedChurn()).isEqualTo(16 / 40.0);
        assertThat(band.modelChurn()).isCloseTo((18 + 1) / 40.0, within(1e-12));
        assertThat(band.bias()).isCloseTo((0.5 - 0.4 + 0.2 - 0.4) / 2, within(1e-12));
    }

    @Test
    void fewCustomersHaveNoFigure() {
        assertThat(BandQuality.of("16+", List.of(sums(20, 0.5, 0.5, 9), sums(9, 0.5, 0.5, 5))))
                .isEqualTo(new BandQuality("16+", 29, null, null, null, null));
        assertThat(BandQuality.of("16+", List.of())).isEqualTo(new BandQuality("16+", 0, null, null, null, null));
        assertThat(BandQuality.of("16+", List.of(sums(30, 0.5, 0.5, 15))).bias())
                .isCloseTo(0, within(1e-12));
    }

    private static BandQuality.Sums sums(int customers, double churn, double model, int churned) {
        BandQuality.Sums sums = new BandQuality.Sums();
        for (int i = 0; i < customers; i++) {
            sums.addCustomer(churn, model, i < churned);
        }
        return sums;
    }
}
