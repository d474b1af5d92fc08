package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.btyd.GroupedSummaries;
import io.allegiance.btyd.PurchaseModel;
import io.allegiance.btyd.PurchaseModelFamily;
import io.allegiance.btyd.PurchaseSummary;
import io.allegiance.churn.ChurnLevel;
import io.allegiance.history.CustomerDays;
import io.allegiance.history.HistoryDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PastLevelsTest {

    private static final int H = 30;
    private static final int DAYS = 1_800;

    /** The quiet quarter of each 360 days begins after this day. */
    private static final LocalDate D = LocalDate.of(2025, 6, 30);

    private static final List<CustomerDays> SEASONAL = customers(0.1);

    @Test
    void beforeTheQuietSeasonTheLevelRisesAndBeforeTheBusyOneItFalls() {
        ChurnLevel quiet = learn(log(D, SEASONAL));
        assertThat(quiet.psi()).isGreaterThan(0.6);
        assertThat(quiet.seasonal()).isGreaterThan(0.5);
        assertThat(quiet.delta()).isGreaterThan(0.4);
        ChurnLevel busy = learn(log(D.plusDays(90), SEASONAL));
        assertThat(busy.psi()).isGreaterThan(0.6);
        assertThat(busy.seasonal()).isLessThan(-0.2);
        assertThat(busy.delta()).isLessThan(-0.15);
    }

    @Test
    void aShopWithoutASeasonKeepsTheLevelOfThePurchaseModel() {
        ChurnLevel level = learn(log(D, customers(1)));
        assertThat(level.delta()).isBetween(-0.2, 0.2);
        assertThat(level.error()).isLessThan(0.3);
    }

    /** Compared with errors counted here, at the newest past date. */
    @Test
    void theErrorsAreThoseOfTheDefinition() {
        PurchaseLog log = log(D, SEASONAL);
        ChurnLevel level = learn(log);
        LocalDate newest = D.minusDays(H);
        ChurnLevel.Past past = level.past().get(0);
        assertThat(past.date()).isEqualTo(newest);
        assertThat(past.error()).isCloseTo(error(log, newest), within(1e-12));
        assertThat(past.recent()).isCloseTo(error(log, newest.minusDays(30)), within(1e-12));
        assertThat(past.seasonal()).isCloseTo(former(log, newest), within(1e-12));
        assertThat(level.recent()).isCloseTo(error(log, D.minusDays(30)), within(1e-12));
        assertThat(level.seasonal()).isCloseTo(former(log, D), within(1e-12));
        assertThat(level).isEqualTo(ChurnLevel.of(H, level.past(), level.recent(), level.seasonal()));
        assertThat(level.past()).hasSize(48);
        assertThat(level.past().get(47).date()).isEqualTo(newest.minusDays(47 * 30L));
    }

    /** A year before the last past dates there is no history of 2 H days any more. */
    @Test
    void whatHasTooLittleHistoryBeforeItIsUnknown() {
        ChurnLevel level = learn(log(D, customers(1)).lastDay().minusDays(1_500), customers(1));
        assertThat(level.past()).hasSizeBetween(7, 9);
        assertThat(level.seasonal()).isNull();
        assertThat(level.psi()).isZero();
        assertThat(level.past().get(level.past().size() - 1).recent()).isNull();
        assertThat(level.past().get(0).recent()).isNotNull();
        ChurnLevel none = learn(D.minusDays(DAYS - 20L), customers(1));
        assertThat(none.past()).isEmpty();
        assertThat(none.delta()).isZero();
    }

    private static double former(PurchaseLog log, LocalDate date) {
        return (error(log, date.minusDays(360)) + error(log, date.minusDays(720)) + error(log, date.minusDays(1_080)))
                / 3;
    }

    private static double error(PurchaseLog log, LocalDate date) {
        GroupedSummaries.Builder summaries = GroupedSummaries.builder();
        List<PurchaseSummary> known = new ArrayList<>();
        int churned = 0;
        for (int i = 0; i < log.size(); i++) {
            PurchaseSummary summary = log.findSummary(i, date).orElse(null);
            if (summary != null) {
                known.add(summary);
                summaries.addCustomer(summary);
                churned += log.countPurchaseDays(i, date, H) == 0 ? 1 : 0;
            }
        }
        PurchaseModel model =
                PurchaseModelFamily.MBG_NBD.fit(summaries.build()).model().orElseThrow();
        double expected = known.stream()
                .mapToDouble(summary -> model.churnProbability(summary, H))
                .sum();
        return logOdds(churned, known.size()) - logOdds(expected, known.size());
    }

    private static double logOdds(double churned, int customers) {
        return Math.log((churned + 0.5) / (customers - churned + 0.5));
    }

    private static ChurnLevel learn(LocalDate lastDay, List<CustomerDays> customers) {
        return learn(log(lastDay, customers));
    }

    private static ChurnLevel learn(PurchaseLog log) {
        return new PastLevels(log, H, new PurchaseModelFits()).learn();
    }

    private static PurchaseLog log(LocalDate lastDay, List<CustomerDays> customers) {
        PurchaseLog.Builder log = new PurchaseLog.Builder(lastDay, 1_000);
        customers.forEach(log::addCustomer);
        return log.build();
    }

    /** Customers who come in the first three years and stay for long, and buy less by a factor in the quiet season. */
    private static List<CustomerDays> customers(double quiet) {
        SplittableRandom random = new SplittableRandom(31);
        List<CustomerDays> customers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            double rate = 1.0 / (10 + random.nextInt(40));
            int first = DAYS - random.nextInt(i < 150 ? 30 : 1_080);
            int last = random.nextInt(3) == 0 ? random.nextInt(first) : -91;
            List<HistoryDay> days = new ArrayList<>();
            for (int ago = first; ago > last; ago--) {
                boolean isQuiet = Math.floorMod(-ago, 360) > 0 && Math.floorMod(-ago, 360) <= 90;
                if (ago == first || random.nextDouble() < rate * (isQuiet ? quiet : 1)) {
                    days.add(new HistoryDay(D.minusDays(ago), true, 10_000L, null));
                }
            }
            customers.add(new CustomerDays("C" + (1_000 + i), days));
        }
        return customers;
    }
}
