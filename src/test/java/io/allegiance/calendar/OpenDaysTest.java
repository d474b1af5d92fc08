package io.allegiance.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OpenDaysTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 15);
    private static final OpenDays SHUT = OpenDays.without(List.of(DateRange.of("2024-03-16..2024-05-31")));

    @Test
    void withoutClosuresEveryDayCounts() {
        assertThat(OpenDays.without(List.of())).isSameAs(OpenDays.NONE);
        assertThat(OpenDays.NONE.number(DAY)).isEqualTo(DAY.toEpochDay());
        assertThat(OpenDays.NONE.between(DAY, DAY.plusDays(9))).isEqualTo(9);
        assertThat(OpenDays.NONE.plusOpenDays(DAY, 90)).isEqualTo(DAY.plusDays(90));
        assertThat(OpenDays.NONE.isClosed(DAY)).isFalse();
        assertThat(OpenDays.NONE.closures()).isEmpty();
    }

    @Test
    void aClosureAgesNobody() {
        LocalDate reopened = LocalDate.of(2024, 6, 1);
        assertThat(SHUT.between(DAY, reopened)).isEqualTo(1);
        assertThat(SHUT.between(reopened, DAY)).isEqualTo(-1);
        assertThat(SHUT.between(DAY, LocalDate.of(2024, 5, 31))).isZero();
        assertThat(SHUT.number(reopened)).isEqualTo(DAY.toEpochDay() + 1);
        assertThat(SHUT.plusOpenDays(DAY, 1)).isEqualTo(reopened);
        assertThat(SHUT.plusOpenDays(DAY.plusDays(5), 0)).isEqualTo(DAY.plusDays(5));
        assertThat(SHUT.plusOpenDays(DAY.minusDays(1), 1)).isEqualTo(DAY);
        assertThat(SHUT.isClosed(DAY)).isFalse();
        assertThat(SHUT.isClosed(DAY.plusDays(1))).isTrue();
        assertThat(SHUT.isClosed(reopened.minusDays(1))).isTrue();
        assertThat(SHUT.isClosed(reopened)).isFalse();
    }

    @Test
    void rangesThatTouchOrOverlapAreOneInWhateverOrderTheyCome() {
        OpenDays merged = OpenDays.without(List.of(
                DateRange.of("2024-03-20..2024-04-30"),
                DateRange.of("2024-04-10"),
                DateRange.of("2024-05-01..2024-05-31"),
                DateRange.of("2024-03-16..2024-03-25")));
        assertThat(merged).isEqualTo(SHUT).hasSameHashCodeAs(SHUT).hasToString(SHUT.toString());
        assertThat(merged.closures()).containsExactly(DateRange.of("2024-03-16..2024-05-31"));
    }

    /** Held against counting day by day. */
    @Test
    void numbersAreThoseThatCountingGives() {
        SplittableRandom random = new SplittableRandom(21);
        for (int trial = 0; trial < 50; trial++) {
            List<DateRange> ranges = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                LocalDate from = DAY.plusDays(random.nextInt(400));
                ranges.add(new DateRange(from, from.plusDays(random.nextInt(20))));
            }
            requireCounted(ranges, DAY.plusDays(random.nextInt(430)));
        }
    }

    private static void requireCounted(List<DateRange> ranges, LocalDate from) {
        OpenDays open = OpenDays.without(ranges);
        int counted = 0;
        for (LocalDate day = from.plusDays(1); day.isBefore(DAY.plusDays(500)); day = day.plusDays(1)) {
            LocalDate date = day;
            boolean closed = ranges.stream().anyMatch(range -> range.contains(date));
            counted += closed ? 0 : 1;
            assertThat(open.isClosed(day)).as("%s", day).isEqualTo(closed);
            assertThat(open.between(from, day)).as("%s", day).isEqualTo(counted);
            if (!closed) {
                assertThat(open.plusOpenDays(from, counted)).isEqualTo(day);
            }
            if (counted > 0 && ranges.stream().noneMatch(range -> range.contains(from))) {
                assertThat(open.minusOpenDays(day, counted)).as("%s", day).isEqualTo(from);
            }
        }
    }

    @Test
    void openDaysAreCountedBackOverAClosure() {
        LocalDate reopened = LocalDate.of(2024, 6, 1);
        assertThat(SHUT.minusOpenDays(reopened, 1)).isEqualTo(DAY);
        assertThat(SHUT.minusOpenDays(reopened.plusDays(4), 4)).isEqualTo(reopened);
        assertThat(SHUT.minusOpenDays(reopened.plusDays(4), 6)).isEqualTo(DAY.minusDays(1));
        assertThat(SHUT.minusOpenDays(reopened.minusDays(1), 1)).isEqualTo(DAY.minusDays(1));
        assertThat(SHUT.minusOpenDays(reopened.minusDays(1), 0)).isEqualTo(reopened.minusDays(1));
        assertThat(OpenDays.NONE.minusOpenDays(DAY, 90)).isEqualTo(DAY.minusDays(90));
        assertThatThrownBy(() -> SHUT.minusOpenDays(DAY, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 or more; were -1");
    }

    @Test
    void openDaysAreNotTakenAway() {
        assertThatThrownBy(() -> SHUT.plusOpenDays(DAY, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 or more; were -1");
    }
}
