package io.allegiance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.settings.nightly.NightlySettings;
import io.allegiance.testing.SharedData;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How often the gate would have held a day of a real shop that was as it should be. */
class UsualDaysTest {

    private static final NightlySettings.GateSettings SHIPPED =
            new NightlySettings.GateSettings(0.1, 0.6, 10, 0.25, 0.15, NightlySettings.RejectSettings.USUAL);
    private static final LocalDate LAST_DAY = LocalDate.of(2011, 12, 9);

    private final Map<LocalDate, Long> days = SharedData.lines("online_retail_ii.csv.gz").stream()
            .collect(Collectors.groupingBy(
                    line -> LocalDate.parse(line.timestamp().substring(0, 10)), TreeMap::new, Collectors.counting()));

    /** Three days before two Christmases, and the last day of the log, which indeed ends at one in the afternoon. */
    @Test
    void besidesDaysWithoutTradeFewDaysOfARealShopAreHeld() {
        List<LocalDate> held = listDays().filter(this::isHeld).toList();
        assertThat(held.stream().filter(days::containsKey))
                .containsExactly(
                        LocalDate.of(2010, 12, 12), LocalDate.of(2010, 12, 22), LocalDate.of(2010, 12, 23), LAST_DAY);
        assertThat(held).hasSize(31);
        assertThat(listDays()).hasSize(739);
    }

    private Stream<LocalDate> listDays() {
        return LocalDate.of(2009, 12, 1).datesUntil(LAST_DAY.plusDays(1));
    }

    private boolean isHeld(LocalDate date) {
        List<Long> before = LongStream.rangeClosed(1, 8)
                .mapToObj(date::minusWeeks)
                .filter(day -> !day.isBefore(LocalDate.of(2009, 12, 1)))
                .map(day -> days.getOrDefault(day, 0L))
                .toList();
        return new DaySize(days.getOrDefault(date, 0L), before).isUnusual(SHIPPED);
    }
}
