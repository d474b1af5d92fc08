package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Merges;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HistoryStartTest {

    private static final LocalDate DAY = LocalDate.of(2025, 12, 1);

    @Test
    void partsAreMergedInAnyOrder() {
        SplittableRandom random = new SplittableRandom(8);
        List<Consumer<HistoryStart>> customers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            LocalDate first = DAY.minusDays(random.nextInt(900));
            customers.add(start -> start.addCustomer(first));
        }
        new Merges<HistoryStart>(HistoryStart::new, HistoryStart::merge, HistoryStart::find).assertLawsFor(customers);
    }

    @Test
    void aFewAbsurdDatesDoNotCount() {
        List<LocalDate> days = new ArrayList<>(Collections.nCopies(2, LocalDate.of(1970, 1, 1)));
        days.addAll(Collections.nCopies(197, DAY));
        assertThat(start(days)).as("2 of 199 are more than one in a hundred").isEqualTo(LocalDate.of(1970, 1, 1));
        days.add(DAY.plusDays(3));
        assertThat(start(days)).as("2 of 200 are one in a hundred").isEqualTo(DAY);
    }

    @Test
    void isTheSortedFirstDayAtAHundredthWhateverTheOrder() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 300; trial++) {
            List<LocalDate> days = new ArrayList<>();
            for (int customers = 1 + random.nextInt(450); customers > 0; customers--) {
                days.add(DAY.plusDays(random.nextInt(40)));
            }
            Collections.shuffle(days, new Random(trial));
            assertThat(start(days)).isEqualTo(days.stream().sorted().toList().get(days.size() / 100));
        }
        assertThat(new HistoryStart().find()).isEmpty();
    }

    private static LocalDate start(List<LocalDate> days) {
        HistoryStart start = new HistoryStart();
        days.forEach(start::addCustomer);
        return start.find().orElseThrow();
    }
}
