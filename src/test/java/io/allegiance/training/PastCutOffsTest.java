package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.calendar.ClosureRules;
import io.allegiance.calendar.DailyLines;
import io.allegiance.calendar.DateRange;
import io.allegiance.calendar.KnownClosures;
import io.allegiance.history.CustomerDays;
import io.allegiance.history.HistoryDay;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PastCutOffsTest {

    private static final LocalDate D = Fits.AS_OF;

    @Test
    void theyGoBackFromTheNewestWhoseOutcomeIsKnown() {
        assertThat(PastCutOffs.list(log(400, 390, 5), 90, 3))
                .containsExactly(D.minusDays(90), D.minusDays(120), D.minusDays(150));
    }

    @Test
    void beforeEachLie30DaysOfHistoryAndARepeatPurchase() {
        assertThat(PastCutOffs.list(log(150, 140), 90, 9)).containsExactly(D.minusDays(90), D.minusDays(120));
        assertThat(PastCutOffs.list(log(149, 140), 90, 9)).containsExactly(D.minusDays(90));
        assertThat(PastCutOffs.list(log(150, 100), 90, 9)).containsExactly(D.minusDays(90));
        assertThat(PastCutOffs.list(log(150, 80), 90, 9)).isEmpty();
    }

    @Test
    void aShortHistoryHasNone() {
        assertThat(PastCutOffs.list(log(100, 95), 90, 9)).isEmpty();
        assertThat(PastCutOffs.list(log(), 90, 9)).isEmpty();
    }

    /** Shut from 129 days ago to 100 days ago. */
    @Test
    void daysOfAClosureDoNotCount() {
        KnownClosures shut = new KnownClosures(
                new ClosureRules(List.of(new DateRange(D.minusDays(129), D.minusDays(100))), false), DailyLines.NONE);
        assertThat(PastCutOffs.list(log(shut, 400, 390, 5), 90, 3))
                .containsExactly(D.minusDays(90), D.minusDays(150), D.minusDays(180));
        assertThat(PastCutOffs.list(log(shut, 400, 390, 5), 110, 2))
                .containsExactly(D.minusDays(140), D.minusDays(170));
        assertThat(PastCutOffs.list(log(shut, 179, 175), 90, 9)).containsExactly(D.minusDays(90));
        assertThat(PastCutOffs.list(log(shut, 180, 175), 90, 9)).containsExactly(D.minusDays(90), D.minusDays(150));
        assertThat(PastCutOffs.list(log(shut, 270, 260), 90, 120, 9))
                .containsExactly(D.minusDays(90), D.minusDays(150));
    }

    private static PurchaseLog log(int... daysAgo) {
        return log(KnownClosures.NONE, daysAgo);
    }

    private static PurchaseLog log(KnownClosures closures, int... daysAgo) {
        PurchaseLog.Builder log = new PurchaseLog.Builder(D, 10, closures);
        log.addCustomer(new CustomerDays(
                "C",
                IntStream.of(daysAgo)
                        .mapToObj(ago -> new HistoryDay(D.minusDays(ago), true, null, null))
                        .toList()));
        return log.build();
    }
}
