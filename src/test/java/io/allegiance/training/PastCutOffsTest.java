package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.history.CustomerDays;
import io.allegiance.history.HistoryDay;
import java.time.LocalDate;
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

    private static PurchaseLog log(int... daysAgo) {
        PurchaseLog.Builder log = new PurchaseLog.Builder(D, 10);
        log.addCustomer(new CustomerDays(
                "C",
                IntStream.of(daysAgo)
                        .mapToObj(ago -> new HistoryDay(D.minusDays(ago), true, null, null))
                        .toList()));
        return log.build();
    }
}
