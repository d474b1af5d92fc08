package io.allegiance.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.NavigableSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RecentDaysTest {

    /** Compared with a set of days before the last one, which is moved day by day. */
    @Test
    void randomPurchaseDaysAreThoseOfAPlainSet() {
        SplittableRandom random = new SplittableRandom(17);
        for (int trial = 0; trial < 400; trial++) {
            RecentDays days = RecentDays.NONE;
            NavigableSet<Integer> plain = new TreeSet<>();
            int longest = 1 + random.nextInt(400);
            for (int purchase = 0; purchase < 60; purchase++) {
                int gap = 1 + random.nextInt(longest);
                days = days.plus(gap);
                plain = moved(plain, gap);
                requireEqual(days, plain);
            }
        }
    }

    private static NavigableSet<Integer> moved(NavigableSet<Integer> plain, int gap) {
        NavigableSet<Integer> moved = new TreeSet<>();
        plain.stream().map(day -> day + gap).filter(day -> day < 365).forEach(moved::add);
        moved.add(0);
        return moved;
    }

    private static void requireEqual(RecentDays days, NavigableSet<Integer> plain) {
        for (int from = 0; from < 400; from++) {
            Integer next = plain.ceiling(from);
            assertThat(days.next(from)).isEqualTo(next == null ? -1 : next);
        }
        RecentDays read = RecentDays.of(days.toText());
        assertThat(read).isEqualTo(days).hasSameHashCodeAs(days).hasToString(days.toText());
        assertThat(days.toText()).hasSizeLessThanOrEqualTo(92).doesNotEndWith("0");
    }

    @Test
    void aDayLeavesAfter364Days() {
        assertThat(RecentDays.NONE.plus(0).plus(364).next(1)).isEqualTo(364);
        assertThat(RecentDays.NONE.plus(0).plus(365)).isEqualTo(RecentDays.NONE.plus(0));
        assertThat(RecentDays.NONE.plus(0).plus(Integer.MAX_VALUE)).isEqualTo(RecentDays.NONE.plus(0));
    }

    @Test
    void theTextHasFourDaysADigitTheLatestFirst() {
        assertThat(RecentDays.NONE.toText()).isEmpty();
        assertThat(RecentDays.of("")).isEqualTo(RecentDays.NONE);
        RecentDays one = RecentDays.NONE.plus(0);
        assertThat(one.toText()).isEqualTo("1");
        assertThat(one.plus(1).toText()).isEqualTo("3");
        assertThat(one.plus(3).plus(5).toText()).isEqualTo("121");
        assertThat(one.plus(364).toText()).isEqualTo("1" + "0".repeat(90) + "1");
        assertThat(one).isNotEqualTo(RecentDays.NONE).isNotEqualTo("1");
    }

    @Test
    void anotherTextIsRefused() {
        for (String text :
                new String[] {"g", "1 1", "-1", "0".repeat(91) + "2", "0".repeat(92) + "1", "1".repeat(200)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RecentDays.of(text))
                    .withMessageContaining("was " + text);
        }
    }
}
