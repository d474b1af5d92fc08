package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.btyd.GroupedSummaries;
import io.allegiance.btyd.PurchaseModel;
import io.allegiance.btyd.PurchaseModelFamily;
import io.allegiance.btyd.PurchaseSummary;
import io.allegiance.churn.GapSurvival;
import io.allegiance.history.CustomerDays;
import io.allegiance.history.HistoryDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutOffRowsTest {

    private static final LocalDate D = Fits.AS_OF;
    private static final int H = 60;
    private static final PurchaseLog LOG = log(D, Fits.customers(400, true));

    private final List<String> progress = new ArrayList<>();

    @Test
    void withoutCutOffsTheFactorIsOne() {
        assertThat(rows(LOG).purchaseFactor()).isEqualTo(1);
        assertThat(rows(LOG).rows().cutOffs()).isZero();
    }

    /** Two cut-offs of H = 60 count as one: q is the square root of what those who bought did in place of what was expected. */
    @Test
    void theFactorIsWhatThoseWhoBoughtDidInPlaceOfWhatWasExpected() {
        CutOffRows rows = rows(LOG);
        rows.collect(D.minusDays(60));
        rows.collect(D.minusDays(90));
        double mean = (logFactor(D.minusDays(60)) + logFactor(D.minusDays(90))) / 2;
        assertThat(rows.purchaseFactor())
                .isCloseTo(Math.exp(mean / 2), within(1e-12))
                .isNotEqualTo(1);
        assertThat(rows.rows().cutOffs()).isEqualTo(2);
        assertThat(rows.describeDates()).isEqualTo("2 dates from 2025-09-29 to 2025-10-29");
        assertThat(progress).hasSize(2);
    }

    private static double logFactor(LocalDate date) {
        GroupedSummaries.Builder summaries = GroupedSummaries.builder();
        for (int i = 0; i < LOG.size(); i++) {
            LOG.findSummary(i, date).ifPresent(summaries::addCustomer);
        }
        PurchaseModel model =
                PurchaseModelFamily.MBG_NBD.fit(summaries.build()).model().orElseThrow();
        double actual = 0;
        double expected = 0;
        for (int i = 0; i < LOG.size(); i++) {
            PurchaseSummary summary = LOG.findSummary(i, date).orElse(null);
            int bought = LOG.countPurchaseDays(i, date, H);
            if (summary != null && bought > 0) {
                actual += bought;
                expected += model.expectedPurchases(summary, H) / (1 - model.churnProbability(summary, H));
            }
        }
        return Math.log(actual / expected);
    }

    @Test
    void cutOffsAreCountedAndThoseOfOneOutcomeGiveNoRows() {
        List<CustomerDays> customers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<HistoryDay> days = new ArrayList<>();
            for (int ago = 400 + i; ago >= 0; ago -= 15 + i % 20) {
                days.add(new HistoryDay(D.minusDays(ago), true, 10_000L, null));
            }
            customers.add(new CustomerDays("C" + (100 + i), days));
        }
        CutOffRows rows = rows(log(D, customers));
        rows.collect(D.minusDays(60));
        assertThat(rows.cutOffs()).containsExactly(new ChurnFit.CutOff(D.minusDays(60), 40, 0));
        assertThat(rows.rows().cutOffs()).isZero();
        assertThat(rows.rows().size()).isZero();
        assertThat(rows.purchaseFactor()).isEqualTo(1);
        assertThat(rows.describeDates()).isEqualTo("2025-10-29");
    }

    @Test
    void theCurveOfADateKnowsNothingOfLaterDays() {
        LocalDate date = D.minusDays(90);
        GapSurvival curve = rows(LOG).gaps(date);
        assertThat(curve.days()).hasSizeGreaterThan(50);
        assertThat(curve)
                .isEqualTo(rows(log(date, Fits.customers(400, true))).gaps(date))
                .isNotEqualTo(rows(LOG).gaps(D));
    }

    private CutOffRows rows(PurchaseLog log) {
        return new CutOffRows(log, H, new PurchaseModelFits(), progress::add);
    }

    private static PurchaseLog log(LocalDate lastDay, List<CustomerDays> customers) {
        PurchaseLog.Builder log = new PurchaseLog.Builder(lastDay, 1_000);
        customers.forEach(log::addCustomer);
        return log.build();
    }
}
