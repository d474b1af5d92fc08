package io.allegiance.churn.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityBinTest {

    @Test
    void anEdgeBelongsToTheBinAboveAndOneToTheLast() {
        Predictions predictions = new Predictions();
        for (double churn : new double[] {0, 0.099, 0.1, 0.5, 0.9, 1}) {
            predictions.addPrediction(churn, 1, churn >= 0.95 ? 0 : 1);
        }
        List<ReliabilityBin> bins = ReliabilityBin.of(predictions);
        assertThat(bins).extracting(ReliabilityBin::customers).containsExactly(2L, 1L, 0L, 0L, 0L, 1L, 0L, 0L, 0L, 2L);
        assertThat(bins.get(0)).isEqualTo(new ReliabilityBin(0, 0.1, 2, 0.0495, 0.0));
        assertThat(bins.get(2)).isEqualTo(new ReliabilityBin(0.2, 0.3, 0, null, null));
        assertThat(bins.get(9).meanPredicted()).isCloseTo(0.95, within(1e-15));
        assertThat(bins.get(9).observed()).isEqualTo(0.5);
        assertThat(bins.get(9).to()).isEqualTo(1);
    }

    @Test
    void pooledBinsAreThoseOfAllPredictionsTogether() {
        Predictions one = QualityTest.random(700);
        Predictions two = QualityTest.random(90);
        Predictions all = new Predictions();
        for (Predictions lot : List.of(one, two)) {
            for (int i = 0; i < lot.size(); i++) {
                all.addPrediction(lot.churn(i), lot.expectedPurchases(i), lot.purchaseDays(i));
            }
        }
        List<ReliabilityBin> pooled = ReliabilityBin.pooled(List.of(ReliabilityBin.of(one), ReliabilityBin.of(two)));
        List<ReliabilityBin> expected = ReliabilityBin.of(all);
        for (int bin = 0; bin < ReliabilityBin.BINS; bin++) {
            assertThat(pooled.get(bin).customers()).isEqualTo(expected.get(bin).customers());
            assertThat(pooled.get(bin).meanPredicted())
                    .isCloseTo(expected.get(bin).meanPredicted(), within(1e-12));
            assertThat(pooled.get(bin).observed()).isCloseTo(expected.get(bin).observed(), within(1e-12));
        }
    }

    @Test
    void binsWithoutAnybodyStayEmptyWhenPooled() {
        Predictions predictions = new Predictions();
        predictions.addPrediction(0.45, 1, 0);
        List<ReliabilityBin> bins = ReliabilityBin.of(predictions);
        assertThat(ReliabilityBin.pooled(List.of(bins, bins)))
                .filteredOn(bin -> bin.customers() > 0)
                .containsExactly(new ReliabilityBin(0.4, 0.5, 2, 0.45, 1.0));
    }
}
