package io.allegiance.firstscores;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.settings.nightly.NightlySettings;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WholeDayTest {

    private static final NightlySettings.GateSettings GATE =
            new NightlySettings.GateSettings(0.1, 0.6, 10, 0.25, 0.15, NightlySettings.RejectSettings.USUAL);
    private static final LocalDate LAST = LocalDate.of(2025, 11, 30);
    private static final LocalDate FIRST = LAST.minusWeeks(20);

    private final Map<LocalDate, Long> lines = new HashMap<>();

    @Test
    void lastDayIsWholeWhereItIsAsLargeAsUsual() {
        trade(400);

        WholeDay day = choose(LAST.plusDays(9));

        assertThat(day).isEqualTo(new WholeDay(LAST, 400, LAST, 400));
        assertThat(day.isLast()).isTrue();
    }

    @Test
    void dayBeforeIsTakenWhereTheLastIsCutOff() {
        trade(400);
        lines.put(LAST, 180L);

        assertThat(choose(LAST.plusDays(9))).isEqualTo(new WholeDay(LAST.minusDays(1), 400, LAST, 180));
    }

    @Test
    void dayThatTheGateWouldHoldIsNotTaken() {
        trade(400);
        lines.put(LAST, 230L);

        assertThat(choose(LAST.plusDays(9)).date()).isEqualTo(LAST.minusDays(1));
    }

    @Test
    void todayHasNotEnded() {
        trade(400);

        assertThat(choose(LAST).date()).isEqualTo(LAST.minusDays(1));
    }

    @Test
    void daysToComeAreLeftAlone() {
        trade(400);

        assertThat(choose(LAST.minusDays(4)).date()).isEqualTo(LAST.minusDays(5));
    }

    @Test
    void closedDayIsAsUsual() {
        trade(400);
        for (int week = 0; week <= 10; week++) {
            lines.remove(LAST.minusWeeks(week).minusDays(1));
        }
        lines.put(LAST, 20L);

        assertThat(choose(LAST.plusDays(9))).isEqualTo(new WholeDay(LAST.minusDays(1), 0, LAST, 20));
    }

    @Test
    void lastDayIsTakenWhereNoneIsAsUsual() {
        trade(400);
        for (int day = 0; day < 10; day++) {
            lines.put(LAST.minusDays(day), 1L);
        }

        assertThat(choose(LAST.plusDays(9)).date()).isEqualTo(LAST);
    }

    @Test
    void onlyDayIsTaken() {
        lines.put(LAST, 3L);

        assertThat(WholeDay.choose(lines, LAST, LAST, LAST.plusDays(1), GATE).date())
                .isEqualTo(LAST);
    }

    private void trade(long linesOfDay) {
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            lines.put(day, linesOfDay);
        }
    }

    private WholeDay choose(LocalDate today) {
        return WholeDay.choose(lines, FIRST, LAST, today, GATE);
    }
}
