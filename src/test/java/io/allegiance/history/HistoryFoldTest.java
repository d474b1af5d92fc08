package io.allegiance.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.allegiance.calendar.DateRange;
import io.allegiance.calendar.OpenDays;
import io.allegiance.testing.PurchaseHistories;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HistoryFoldTest {

    private static final LocalDate D = LocalDate.of(2025, 3, 1);

    @Test
    void theWindowIsThe365DaysThatEndOnTheDate() {
        PurchaseHistory history = fold(bought(365, 1L), bought(364, 20L), bought(0, 300L));
        assertThat(history.purchaseDays()).isEqualTo(3);
        assertThat(history.recent().purchaseDays365()).isEqualTo(2);
        assertThat(history.recent().spend365()).isEqualTo(320L);
    }

    @Test
    void theShortWindowIsThe90DaysThatEndOnTheDate() {
        assertThat(fold(bought(90, 1L), bought(89, 1L), bought(0, 1L)).recent().purchaseDays90())
                .isEqualTo(2);
    }

    @Test
    void gapsAreSquaredInDays() {
        assertThat(fold(bought(40, 1L)).gapSquares()).isZero();
        assertThat(fold(bought(40, 1L), bought(33, 1L), bought(30, 1L)).gapSquares())
                .isEqualTo(49 + 9);
    }

    @Test
    void daysOfUnknownQuantityAreLeftOutOfItsSum() {
        HistoryDay unknown = new HistoryDay(D.minusDays(5), true, 5L, null);
        assertThat(fold(bought(9, 5L), unknown, bought(1, 2L)).quantity())
                .isEqualTo(new PurchaseHistory.Bought(2, 2_000L));
    }

    @Test
    void theFirstPurchaseDayIsNoRepeat() {
        PurchaseHistory history = fold(bought(30, 500L), bought(20, 70L), bought(10, 8L));
        assertThat(history)
                .isEqualTo(new PurchaseHistory(
                        "C",
                        D.minusDays(30),
                        D.minusDays(10),
                        3,
                        10 * 10 + 10 * 10,
                        new PurchaseHistory.Recent(3, 3, 578L),
                        new PurchaseHistory.Spend(3, 578L, 2, 78L),
                        new PurchaseHistory.Bought(3, 3_000L),
                        new PurchaseHistory.Timing(
                                RecentDays.NONE.plus(0).plus(10).plus(10),
                                PurchaseGaps.NONE.plus(10).plus(10))));
    }

    @Test
    void repeatDaysWithoutAKnownSpendAboveZeroCountAsDaysAlone() {
        PurchaseHistory history = fold(bought(500, 1L), bought(490, null), bought(480, 0L), bought(400, 9L));
        assertThat(history.spend()).isEqualTo(new PurchaseHistory.Spend(3, 10L, 1, 9L));
        assertThat(history.recent()).isEqualTo(new PurchaseHistory.Recent(0, 0, 0L));
    }

    @Test
    void unknownSpendMakesOnlySumOfItsWindowUnknown() {
        assertThat(fold(bought(9, 5L), bought(3, null)).recent().spend365()).isNull();
        assertThat(fold(bought(365, null), bought(3, 5L)).recent().spend365()).isEqualTo(5L);
        assertThat(fold(bought(364, null), bought(3, 5L)).recent().spend365()).isNull();
    }

    @Test
    void whoOnlyReturnedHasNoPurchaseDay() {
        PurchaseHistory history = fold(new HistoryDay(D.minusDays(3), false, 0L, null));
        assertThat(history).isEqualTo(PurchaseHistories.withoutPurchase("C"));
        assertThat(history.hasPurchase()).isFalse();
    }

    @Test
    void daysOfReturnsChangeNothing() {
        HistoryDay returned = new HistoryDay(D.minusDays(5), false, null, null);
        assertThat(fold(bought(9, 5L), returned, bought(1, 2L))).isEqualTo(fold(bought(9, 5L), bought(1, 2L)));
    }

    @Test
    void daysComeInOrderAndNeverAfterTheDate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fold(bought(3, 1L), bought(4, 1L)))
                .withMessageContaining("in order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fold(bought(3, 1L), bought(3, 1L)))
                .withMessageContaining("in order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fold(bought(-1, 1L)))
                .withMessageContaining("after the date");
    }

    @Test
    void theFoldIsTheDefinition() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 2_000; i++) {
            List<HistoryDay> days = random(random);
            assertThat(fold(days.toArray(HistoryDay[]::new))).isEqualTo(PlainHistory.of("C", D, days));
        }
    }

    @Test
    void gapsAreCountedInOpenDaysAndAreADayOrLonger() {
        DateRange shut = new DateRange(D.minusDays(60), D.minusDays(31));
        HistoryFold fold = new HistoryFold("C", D, OpenDays.without(List.of(shut)));
        for (int ago : new int[] {70, 61, 50, 49, 30}) {
            fold.addDay(bought(ago, 1L));
        }
        PurchaseHistory history = fold.toPurchaseHistory();
        assertThat(history.timing().gaps().toText()).isEqualTo("1*3 9");
        assertThat(history.gapSquares()).isEqualTo(9 * 9 + 1 + 1 + 1);
        assertThat(history.timing().recentDays())
                .isEqualTo(RecentDays.NONE.plus(0).plus(9).plus(1).plus(1).plus(1));
        assertThat(history.firstPurchaseDay()).isEqualTo(D.minusDays(70));
        assertThat(history.recent().purchaseDays90()).isEqualTo(5);
    }

    @Test
    void theFoldWithClosuresIsTheDefinition() {
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 300; i++) {
            List<HistoryDay> days = random(random);
            List<DateRange> shut = new ArrayList<>();
            for (int closure = 0; closure < 4; closure++) {
                LocalDate from = D.minusDays(random.nextInt(1_000));
                shut.add(new DateRange(from, from.plusDays(random.nextInt(60))));
            }
            HistoryFold fold = new HistoryFold("C", D, OpenDays.without(shut));
            days.forEach(fold::addDay);
            assertThat(fold.toPurchaseHistory()).isEqualTo(PlainHistory.of("C", D, days, shut));
        }
    }

    /** Days of the last three years, some of them on both edges of the window. */
    private static List<HistoryDay> random(SplittableRandom random) {
        List<HistoryDay> days = new ArrayList<>();
        int step = 1 + random.nextInt(200);
        for (int ago = 1_000; ago >= 0; ago -= 1 + random.nextInt(step)) {
            Long spend = random.nextInt(12) == 0 ? null : Long.valueOf(random.nextInt(4) * 12_345L);
            Long quantity = random.nextInt(9) == 0 ? null : Long.valueOf(random.nextInt(5) * 500L);
            days.add(new HistoryDay(D.minusDays(ago), random.nextInt(5) > 0, spend, quantity));
        }
        return days;
    }

    private static HistoryDay bought(int daysAgo, Long spend) {
        return new HistoryDay(D.minusDays(daysAgo), true, spend, 1_000L);
    }

    private static PurchaseHistory fold(HistoryDay... days) {
        HistoryFold fold = new HistoryFold("C", D, OpenDays.NONE);
        for (HistoryDay day : days) {
            fold.addDay(day);
        }
        return fold.toPurchaseHistory();
    }
}
