package io.allegiance.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.history.RecentDays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentActivityTest {

    private static final double TINY = 1e-12;

    @Test
    void windowsAndBlocksHaveTheirLastDay() {
        RecentActivity inside = RecentActivity.of(days(0, 30, 60, 300), 29);
        assertThat(inside.purchaseDays30()).isEqualTo(1);
        assertThat(inside.purchaseDays90()).isEqualTo(3);
        assertThat(inside.purchaseDays365()).isEqualTo(4);
        assertThat(inside.activeMonths12()).isEqualTo(4);
        RecentActivity outside = RecentActivity.of(days(0, 30, 60, 300), 30);
        assertThat(outside.purchaseDays30()).isZero();
        assertThat(outside.purchaseDays90()).isEqualTo(2);
        assertThat(outside.activeMonths12()).isEqualTo(4);
        assertThat(RecentActivity.of(days(0), 359).activeMonths12()).isEqualTo(1);
        assertThat(RecentActivity.of(days(0), 360).activeMonths12()).isZero();
        assertThat(RecentActivity.of(days(0), 364).purchaseDays365()).isEqualTo(1);
        assertThat(RecentActivity.of(days(0), 365).purchaseDays365()).isZero();
    }

    @Test
    void aPurchaseDayCountsHalfAfterItsHalfLife() {
        RecentActivity twice = RecentActivity.of(days(0, 30), 60);
        assertThat(twice.decayed30()).isCloseTo(0.25 + 0.125, within(TINY));
        assertThat(RecentActivity.of(days(0), 90).decayed90()).isCloseTo(0.5, within(TINY));
        assertThat(RecentActivity.of(days(0), 900).decayed90()).isCloseTo(Math.pow(0.5, 10), within(TINY));
        assertThat(RecentActivity.of(RecentDays.NONE, 5)).isEqualTo(new RecentActivity(0, 0, 0, 0, 0, 0));
    }

    /** Compared with the definitions, over the ages of the purchase days. */
    @Test
    void figuresAreThoseOfTheDefinitions() {
        SplittableRandom random = new SplittableRandom(19);
        for (int trial = 0; trial < 500; trial++) {
            int often = 1 + random.nextInt(60);
            int[] before = IntStream.range(0, 365)
                    .filter(day -> day == 0 || random.nextInt(often) == 0)
                    .toArray();
            int since = random.nextInt(random.nextBoolean() ? 40 : 1_500);
            List<Integer> ages =
                    IntStream.of(before).map(day -> day + since).boxed().toList();
            RecentActivity activity = RecentActivity.of(days(before), since);
            assertThat((long) activity.purchaseDays30()).isEqualTo(count(ages, 30));
            assertThat((long) activity.purchaseDays90()).isEqualTo(count(ages, 90));
            assertThat((long) activity.purchaseDays365()).isEqualTo(count(ages, 365));
            assertThat((long) activity.activeMonths12())
                    .isEqualTo(ages.stream()
                            .map(age -> age / 30)
                            .filter(block -> block < 12)
                            .distinct()
                            .count());
            assertThat(activity.decayed30()).isCloseTo(decayed(ages, 30), within(TINY));
            assertThat(activity.decayed90()).isCloseTo(decayed(ages, 90), within(TINY));
        }
    }

    private static long count(List<Integer> ages, int below) {
        return ages.stream().filter(age -> age < below).count();
    }

    private static double decayed(List<Integer> ages, double halfLife) {
        return ages.stream().mapToDouble(age -> Math.pow(0.5, age / halfLife)).sum();
    }

    /** Purchase days, by their days before the last one, ascending. */
    private static RecentDays days(int... before) {
        RecentDays days = RecentDays.NONE;
        for (int i = before.length - 1; i >= 0; i--) {
            days = days.plus(i == before.length - 1 ? 0 : before[i + 1] - before[i]);
        }
        return days;
    }
}
