package io.allegiance.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeeklyChoiceTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);

    @Test
    void eachWeekHasItsFirstDate() {
        assertThat(choose(nights(2, 20), List.of(), 9))
                .containsExactly(MONDAY.plusDays(2), MONDAY.plusDays(7), MONDAY.plusDays(14));
    }

    @Test
    void aWeekWithAnOutcomeIsDone() {
        assertThat(choose(nights(0, 20), List.of(MONDAY.plusDays(13)), 9)).containsExactly(MONDAY, MONDAY.plusDays(14));
    }

    @Test
    void aWeekKeepsItsDateWhenItGoesOn() {
        for (int days = 7; days < 14; days++) {
            assertThat(choose(nights(7, days), List.of(), 9)).containsExactly(MONDAY.plusDays(7));
        }
    }

    @Test
    void ofTooManyWeeksTheNewestComeFirst() {
        assertThat(choose(nights(0, 27), List.of(), 2)).containsExactly(MONDAY.plusDays(14), MONDAY.plusDays(21));
        assertThat(choose(nights(0, 27), List.of(MONDAY.plusDays(14), MONDAY.plusDays(21)), 2))
                .as("the next training")
                .containsExactly(MONDAY, MONDAY.plusDays(7));
    }

    private static List<PastPublication> nights(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(day -> new PastPublication(day + 1, MONDAY.plusDays(day), day + 1, 0, false, "model", null))
                .toList();
    }

    private static List<LocalDate> choose(List<PastPublication> candidates, List<LocalDate> recorded, int most) {
        return WeeklyChoice.choose(candidates, recorded, most).stream()
                .map(PastPublication::scoreDate)
                .toList();
    }
}
