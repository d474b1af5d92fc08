package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScoringModelTest {

    @Test
    void whoComesBuysOnOneDayAtLeast() {
        assertThat(ScoringModel.purchasesIfAny(1.02, 0.9)).isEqualTo(1);
        assertThat(ScoringModel.purchasesIfAny(2, 0.75)).isEqualTo(1.5);
        assertThat(ScoringModel.purchasesIfAny(1, 1.25)).isEqualTo(1.25);
    }
}
