package io.allegiance.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.calendar.DateRange;
import io.allegiance.calendar.OpenDays;
import io.allegiance.churn.ChurnLevel;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.testing.PurchaseHistories;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelExplanationTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate DATE = FIRST.plusDays(100);
    private static final PurchaseHistory HISTORY =
            PurchaseHistories.of("C1", FIRST, FIRST.plusDays(10), 3, new PurchaseHistory.Recent(0, 3, 0L), 0, 0);

    @Test
    void last30DaysAndFormerYearsAddUpToDelta() {
        ChurnLevel level = new ChurnLevel(90, 0.25 * -0.4 + 0.75 * 0.5 * 0.2, 0.5, 0.25, 0.2, -0.4, 0.3, List.of());
        Explanation.Level explained = LevelExplanation.of(level, HISTORY, DATE, OpenDays.NONE);
        assertThat(explained.ofLast30Days()).isEqualByComparingTo("0.075");
        assertThat(explained.ofFormerYears()).isEqualByComparingTo("-0.1");
        assertThat(explained.delta()).isEqualByComparingTo("-0.025");
        assertThat(explained.statements())
                .containsExactly(
                        "The last 30 days raise the level of churn by 0.075 in logits: more customers stayed away than MBG/NBD"
                                + " expected.",
                        "The season lowers it by 0.100 in logits: after the same date of former years fewer customers stayed"
                                + " away than MBG/NBD expected.",
                        "No closure of the shop is known.");
    }

    @Test
    void formerYearsCountNothingWhereNoneIsKnown() {
        ChurnLevel level = new ChurnLevel(90, 0, 0.5, 0.25, null, null, 0.3, List.of());
        Explanation.Level explained = LevelExplanation.of(level, HISTORY, DATE, OpenDays.NONE);
        assertThat(explained.delta()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(explained.statements())
                .startsWith(
                        "The last 30 days do not change the level of churn: there is too little history before them.",
                        "The season does not change it: no former year with this season is known.");
    }

    @Test
    void levelThatMovesNothingSaysWhy() {
        ChurnLevel asExpected = new ChurnLevel(90, 0.0004, 0.5, 0.25, 0.0008, 0.0001, 0.3, List.of());
        assertThat(LevelExplanation.of(asExpected, HISTORY, DATE, OpenDays.NONE).statements())
                .startsWith(
                        "The last 30 days do not change the level of churn: as many customers stayed away as MBG/NBD expected.",
                        "The season does not change it: after the same date of former years as many customers stayed away as"
                                + " MBG/NBD expected.");
        ChurnLevel untold = new ChurnLevel(90, 0, 0, 0, 0.2, 0.3, 0.3, List.of());
        assertThat(LevelExplanation.of(untold, HISTORY, DATE, OpenDays.NONE).statements())
                .startsWith(
                        "The last 30 days do not change the level of churn: on past dates they did not tell what comes.",
                        "The season does not change it: too few former years are known, or they did not tell what comes.");
    }

    @Test
    void closedDaysSinceTheFirstPurchaseDayAreCounted() {
        OpenDays shut = OpenDays.without(List.of(
                new DateRange(FIRST.minusDays(40), FIRST.minusDays(20)),
                new DateRange(FIRST.plusDays(20), FIRST.plusDays(33))));
        Explanation.Level explained = LevelExplanation.of(null, HISTORY, DATE, shut);
        assertThat(explained.daysSinceFirstPurchase()).isEqualTo(100);
        assertThat(explained.closedDays()).isEqualTo(14);
        assertThat(explained.delta()).isNull();
        assertThat(explained.statements())
                .containsExactly(
                        "Of the 100 days since the first purchase day, 14 do not count: the whole shop was shut.");
    }

    @Test
    void closuresBeforeTheFirstPurchaseDayAreOfOthers() {
        OpenDays shut = OpenDays.without(List.of(new DateRange(FIRST.minusDays(40), FIRST.minusDays(20))));
        assertThat(LevelExplanation.of(null, HISTORY, DATE, shut).statements())
                .containsExactly(
                        "All 100 days since the first purchase day count: the closures of the shop are at other times.");
    }
}
