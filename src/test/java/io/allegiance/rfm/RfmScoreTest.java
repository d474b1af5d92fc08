package io.allegiance.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class RfmScoreTest {

    @Test
    void thereAreAHundredAndFiftyScoresAndEachKnowsItsPlace() {
        List<RfmScore> scores = RfmScore.everyScore();
        assertThat(scores).hasSize(150).doesNotHaveDuplicates();
        for (int place = 0; place < scores.size(); place++) {
            assertThat(scores.get(place).ordinal()).isEqualTo(place);
        }
    }

    @Test
    void theMeanOfFrequencyAndMonetaryRoundsAHalfUp() {
        assertThat(new RfmScore(1, 2, 4).frequencyMonetary()).isEqualTo(3);
        assertThat(new RfmScore(1, 2, 5).frequencyMonetary()).isEqualTo(4);
        assertThat(new RfmScore(1, 1, 1).frequencyMonetary()).isEqualTo(1);
        assertThat(new RfmScore(1, 5, 5).frequencyMonetary()).isEqualTo(5);
        assertThat(new RfmScore(1, 2, null).frequencyMonetary()).isEqualTo(2);
    }

    @Test
    void refusesScoresOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RfmScore(0, 1, 1))
                .withMessage("recency score must be in 1..5; was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RfmScore(1, 1, 6))
                .withMessage("monetary score must be in 1..5; was 6");
    }
}
