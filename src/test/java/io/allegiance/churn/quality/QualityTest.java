package io.allegiance.churn.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class QualityTest {

    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void figuresAreThoseWorkedByHand() {
        Predictions predictions = new Predictions();
        predictions.addPrediction(0.8, 0.2, 0);
        predictions.addPrediction(0.3, 1.5, 2);
        predictions.addPrediction(0.8, 0.5, 1);
        predictions.addPrediction(0.1, 3.0, 3);
        Quality quality = Quality.of(predictions);
        assertThat(quality.customers()).isEqualTo(4);
        // (0.22314355 + 0.35667494 + 1.60943791 + 0.10536052) / 4
        assertThat(quality.logLoss()).isCloseTo(0.57365423, within(5e-9));
        // (0.04 + 0.09 + 0.64 + 0.01) / 4
        assertThat(quality.brier()).isCloseTo(0.195, EXACT);
        // of three pairs two are in order and one is a tie
        assertThat(quality.auc()).isCloseTo(2.5 / 3, EXACT);
        // (1 · |0.1 - 0| + 1 · |0.3 - 0| + 2 · |0.8 - 0.5|) / 4
        assertThat(quality.calibrationError()).isCloseTo(0.25, EXACT);
        assertThat(quality.meanChurn()).isCloseTo(0.5, EXACT);
        assertThat(quality.observedChurn()).isEqualTo(0.25);
        // errors of 0.2, -0.5, -0.5 and 0
        assertThat(quality.purchasesMae()).isCloseTo(0.3, EXACT);
        assertThat(quality.purchasesBias()).isCloseTo(-0.2, EXACT);
    }

    @Test
    void certaintiesThatWereWrongCostMuchAndNotWithoutEnd() {
        Predictions predictions = new Predictions();
        predictions.addPrediction(0, 1, 0);
        predictions.addPrediction(1, 0, 1);
        Quality quality = Quality.of(predictions);
        // -ln 1e-15 for both
        assertThat(quality.logLoss()).isCloseTo(34.538776394910684, EXACT);
        assertThat(quality.brier()).isEqualTo(1);
        assertThat(quality.auc()).isZero();
        assertThat(quality.calibrationError()).isEqualTo(1);
    }

    @Test
    void certaintiesThatWereRightCostNothing() {
        Predictions predictions = new Predictions();
        predictions.addPrediction(1, 0, 0);
        predictions.addPrediction(0, 2, 2);
        Quality quality = Quality.of(predictions);
        assertThat(quality.logLoss()).isCloseTo(0, within(2e-15));
        assertThat(quality.auc()).isEqualTo(1);
        assertThat(quality.purchasesMae()).isZero();
    }

    @Test
    void whereAllEndAlikeNothingIsRanked() {
        Predictions predictions = new Predictions();
        predictions.addPrediction(0.5, 1, 1);
        predictions.addPrediction(0.6, 1, 1);
        assertThat(Quality.of(predictions).auc()).isNull();
        assertThat(Quality.mean(List.of(Quality.of(random(50)), Quality.of(predictions)))
                        .auc())
                .isNull();
    }

    @Test
    void aLargerLotIsWhatAPlainSecondImplementationSays() {
        for (int seed = 1; seed <= 5; seed++) {
            Predictions predictions = random(3_000 + seed);
            Quality quality = Quality.of(predictions);
            PlainQuality plain = new PlainQuality(predictions);
            assertThat(quality.logLoss()).isCloseTo(plain.logLoss(), EXACT);
            assertThat(quality.brier()).isCloseTo(plain.brier(), EXACT);
            assertThat(quality.auc()).isCloseTo(plain.auc(), EXACT);
            assertThat(quality.calibrationError()).isCloseTo(plain.calibrationError(), EXACT);
            assertThat(quality.purchasesMae()).isCloseTo(plain.purchasesMae(), EXACT);
            assertThat(quality.purchasesBias()).isCloseTo(plain.purchasesBias(), EXACT);
        }
    }

    @Test
    void inAMeanEachLotCountsTheSame() {
        Quality one = new Quality(10, 0.4, 0.2, 0.7, 0.02, 0.5, 0.6, 1.0, 0.1);
        Quality two = new Quality(90, 0.6, 0.4, 0.9, 0.04, 0.7, 0.8, 2.0, -0.3);
        Quality mean = Quality.mean(List.of(one, two));
        assertThat(mean.customers()).isEqualTo(100);
        assertThat(mean.logLoss()).isCloseTo(0.5, EXACT);
        assertThat(mean.brier()).isCloseTo(0.3, EXACT);
        assertThat(mean.auc()).isCloseTo(0.8, EXACT);
        assertThat(mean.calibrationError()).isCloseTo(0.03, EXACT);
        assertThat(mean.meanChurn()).isCloseTo(0.6, EXACT);
        assertThat(mean.observedChurn()).isCloseTo(0.7, EXACT);
        assertThat(mean.purchasesMae()).isCloseTo(1.5, EXACT);
        assertThat(mean.purchasesBias()).isCloseTo(-0.1, EXACT);
    }

    @Test
    void ofNothingThereIsNoQuality() {
        assertThatThrownBy(() -> Quality.of(new Predictions())).hasMessageContaining("without predictions");
        assertThatThrownBy(() -> Quality.mean(List.of())).hasMessageContaining("mean of nothing");
    }

    @Test
    void aFigureOutsideItsRangeIsRefused() {
        Predictions predictions = new Predictions();
        assertThatThrownBy(() -> predictions.addPrediction(1.01, 0, 0)).hasMessageContaining("1.01");
        assertThatThrownBy(() -> predictions.addPrediction(Double.NaN, 0, 0)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> predictions.addPrediction(0.5, Double.POSITIVE_INFINITY, 0))
                .hasMessageContaining("Infinity");
        assertThatThrownBy(() -> predictions.addPrediction(0.5, 0, -1)).hasMessageContaining("-1");
        assertThat(predictions.size()).isZero();
    }

    /** Probabilities in hundredths, so that many are equal. */
    static Predictions random(int size) {
        SplittableRandom random = new SplittableRandom(size);
        Predictions predictions = new Predictions();
        for (int i = 0; i < size; i++) {
            double churn = random.nextInt(0, 101) / 100.0;
            boolean churned = random.nextDouble() < 0.1 + 0.7 * churn;
            predictions.addPrediction(churn, 3 * random.nextDouble(), churned ? 0 : random.nextInt(1, 6));
        }
        return predictions;
    }
}
