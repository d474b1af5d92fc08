package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ChurnRiskTest {

    @Test
    void anEdgeBelongsToTheBandAboveIt() {
        assertThat(band(0)).isEqualTo(ChurnBand.LOW);
        assertThat(band(0.399999)).isEqualTo(ChurnBand.LOW);
        assertThat(band(0.4)).isEqualTo(ChurnBand.MEDIUM);
        assertThat(band(0.699999)).isEqualTo(ChurnBand.MEDIUM);
        assertThat(band(0.7)).isEqualTo(ChurnBand.HIGH);
        assertThat(band(1)).isEqualTo(ChurnBand.HIGH);
    }

    @Test
    void theBandIsThatOfThePublishedProbability() {
        ChurnRisk risk = ChurnRisk.of(0.6999999, 0.5, ChurnBands.DEFAULT);
        assertThat(risk).isEqualTo(new ChurnRisk(700_000, ChurnBand.HIGH, 500_000L));
    }

    @Test
    void refusesEdgesAndProbabilitiesOutOfOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnBands.of(0.7, 0.4))
                .withMessage("churn band edges must be in 0 < medium < high < 1; were 0.700000 and 0.400000");
        assertThatIllegalArgumentException().isThrownBy(() -> ChurnBands.of(0, 0.4));
        assertThatIllegalArgumentException().isThrownBy(() -> ChurnBands.of(0.4, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnRisk.of(1.00001, 0.5, ChurnBands.DEFAULT))
                .withMessage("churn probability must be in [0, 1]; was 1.000010");
    }

    private static ChurnBand band(double churn) {
        return ChurnRisk.of(churn, 0.5, ChurnBands.DEFAULT).churnBand();
    }
}
