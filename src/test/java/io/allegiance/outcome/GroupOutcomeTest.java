package io.allegiance.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.churn.quality.Predictions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroupOutcomeTest {

    /** 40 customers at 0.25, 20 of them churn: log loss (ln 4 + ln 4/3) / 2, level error ln 1 - ln 1/3. */
    @Test
    void figuresAreThoseOfTheirFormulas() {
        assertThat(GroupOutcome.of(GroupKind.ALL, "ALL", predictions(40, 20)))
                .isEqualTo(new GroupOutcome(
                        GroupKind.ALL,
                        "ALL",
                        40,
                        20,
                        decimal("0.250000"),
                        decimal("0.500000"),
                        decimal("0.836988"),
                        decimal("0.250000"),
                        decimal("1.098612")));
    }

    @Test
    void onlyAllTogetherHaveErrorsOfCalibrationAndLevel() {
        GroupOutcome band = GroupOutcome.of(GroupKind.BAND, "LOW", predictions(40, 20));
        assertThat(band.logLoss()).isEqualTo(decimal("0.836988"));
        assertThat(band.calibrationError()).isNull();
        assertThat(band.levelError()).isNull();
    }

    @Test
    void fewerThanThirtyHaveCountsAndTheMeanAlone() {
        assertThat(GroupOutcome.of(GroupKind.ALL, "ALL", predictions(29, 20)))
                .isEqualTo(new GroupOutcome(GroupKind.ALL, "ALL", 29, 20, decimal("0.250000"), null, null, null, null));
        assertThat(GroupOutcome.of(GroupKind.ALL, "ALL", predictions(30, 20)).observedChurn())
                .isEqualTo(decimal("0.666667"));
    }

    @Test
    void theLevelIsUnknownWhereAllChurnedOrNone() {
        assertThat(GroupOutcome.of(GroupKind.ALL, "ALL", predictions(40, 40)).levelError())
                .isNull();
        assertThat(GroupOutcome.of(GroupKind.ALL, "ALL", predictions(40, 0)).levelError())
                .isNull();
    }

    @Test
    void groupsAreInTheOrderOfTheirKindsAndRanges() {
        List<GroupOutcome> ordered = Stream.of(
                        PastOutcomes.group(GroupKind.ALL, "ALL", 40, 1),
                        PastOutcomes.group(GroupKind.SEGMENT, "CHAMPION", 40, 1),
                        PastOutcomes.group(GroupKind.SEGMENT, "LOST", 40, 1),
                        PastOutcomes.group(GroupKind.BAND, "LOW", 40, 1),
                        PastOutcomes.group(GroupKind.BAND, "MEDIUM", 40, 1),
                        PastOutcomes.group(GroupKind.BAND, "HIGH", 40, 1),
                        PastOutcomes.group(GroupKind.FREQUENCY, "1", 40, 1),
                        PastOutcomes.group(GroupKind.FREQUENCY, "2-3", 40, 1),
                        PastOutcomes.group(GroupKind.FREQUENCY, "8-15", 40, 1),
                        PastOutcomes.group(GroupKind.FREQUENCY, "16+", 40, 1))
                .toList();
        List<GroupOutcome> reversed = new ArrayList<>(ordered);
        Collections.reverse(reversed);
        assertThat(reversed.stream().sorted(GroupOutcome.ORDER)).containsExactlyElementsOf(ordered);
    }

    private static Predictions predictions(int customers, int churned) {
        Predictions predictions = new Predictions();
        for (int i = 0; i < customers; i++) {
            predictions.addPrediction(0.25, 1, i < churned ? 0 : 2);
        }
        return predictions;
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
