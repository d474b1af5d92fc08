package io.allegiance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.calendar.DateRange;
import io.allegiance.calendar.OpenDays;
import io.allegiance.settings.nightly.FrozenConfiguration.Staleness;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Data is stale when it is older than is allowed and than the shop's usual gaps. */
class FreshnessTest {

    private static final LocalDate NEWEST = LocalDate.of(2025, 9, 26);
    private static final Staleness LIMITS = new Staleness(3, 35, true);

    private static List<LocalDate> every(int days) {
        return IntStream.rangeClosed(0, 400 / days)
                .mapToObj(back -> NEWEST.minusDays((long) back * days))
                .sorted()
                .toList();
    }

    private static Freshness of(List<LocalDate> days, int age) {
        return Freshness.of(NEWEST.plusDays(age), days, NEWEST, LIMITS, OpenDays.NONE);
    }

    @Test
    void dailyLinesAreStaleAfterTheConfiguredDays() {
        assertThat(of(every(1), 3).findStaleData()).isEmpty();
        assertThat(of(every(1), 4).findStaleData())
                .hasValueSatisfying(stale -> assertThat(stale)
                        .contains("no line since 2025-09-26, 4 days before 2025-09-30, where at most 3 are"));
        assertThat(of(every(1), 4).goodThrough(false)).isEqualTo(NEWEST.plusDays(3));
        assertThat(of(every(1), 4).goodThrough(true)).isEqualTo(NEWEST.plusDays(4));
    }

    @Test
    void theLongestGapOfTheYearBeforeIsUsual() {
        assertThat(of(every(7), 7).findStaleData()).isEmpty();
        assertThat(of(every(7), 8).findStaleData()).isPresent();

        List<LocalDate> onceLonger = every(7).stream()
                .filter(day -> !day.equals(NEWEST.minusDays(70)))
                .toList();
        assertThat(of(onceLonger, 14).findStaleData()).isEmpty();
        assertThat(of(onceLonger, 15).findStaleData()).isPresent();
    }

    @Test
    void aSeasonADateThatIsWrongAndALongerGapLongAgo() {
        List<LocalDate> seasons = Stream.concat(
                        IntStream.range(0, 30)
                                .mapToObj(day -> LocalDate.of(2023, 11, 20).plusDays(day)),
                        IntStream.range(0, 30)
                                .mapToObj(day -> LocalDate.of(2024, 11, 20).plusDays(day)))
                .toList();
        assertThat(Freshness.of(LocalDate.of(2025, 10, 31), seasons, NEWEST, LIMITS, OpenDays.NONE)
                        .findStaleData())
                .as("between two seasons")
                .isEmpty();

        List<LocalDate> wrong = Stream.concat(Stream.of(LocalDate.of(1995, 1, 1)), every(1).stream())
                .toList();
        assertThat(of(wrong, 4).findStaleData()).isPresent();

        List<LocalDate> few = List.of(LocalDate.of(1995, 1, 1), NEWEST.minusDays(1), NEWEST);
        assertThat(of(few, 4).findStaleData()).as("thirty years are no gap").isPresent();
    }

    @Test
    void aConfiguredClosureAgesNeitherDataNorModel() {
        OpenDays open = OpenDays.without(List.of(new DateRange(NEWEST.plusDays(1), NEWEST.plusDays(60))));
        Freshness last = Freshness.of(NEWEST.plusDays(63), every(1), NEWEST, LIMITS, open);
        assertThat(last.findStaleData()).isEmpty();
        assertThat(last.findStaleModel()).isEmpty();
        Freshness after = Freshness.of(NEWEST.plusDays(64), every(1), NEWEST, LIMITS, open);
        assertThat(after.findStaleData()).isPresent();
        assertThat(after.goodThrough(false)).isEqualTo(NEWEST.plusDays(63));
    }

    @Test
    void aModelIsStaleAfterItsDays() {
        List<LocalDate> days = every(1);
        assertThat(Freshness.of(NEWEST, days, NEWEST.minusDays(35), LIMITS, OpenDays.NONE)
                        .findStaleModel())
                .isEmpty();
        Freshness old = Freshness.of(NEWEST, days, NEWEST.minusDays(36), LIMITS, OpenDays.NONE);
        assertThat(old.findStaleModel())
                .hasValueSatisfying(stale -> assertThat(stale)
                        .contains("of 2025-08-21, 36 days before 2025-09-26", "oldest-model allows 35"));
        assertThat(old.goodThrough(true)).isEqualTo(NEWEST.minusDays(1));
    }
}
