package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.btyd.GroupedSummaries;
import io.allegiance.btyd.PurchaseModel;
import io.allegiance.btyd.PurchaseModelFamily;
import io.allegiance.btyd.PurchaseSummary;
import io.allegiance.calendar.ClosureRules;
import io.allegiance.churn.ChurnLevel;
import io.allegiance.churn.Logit;
import io.allegiance.intake.csv.FileProgress;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.testing.SharedData;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The interval of the mean churn, "at least 80 %", over the cut-offs of the real logs and three horizons. */
class MeanChurnCoverageTest {

    private static final List<Integer> HORIZONS = List.of(30, 60, 90);

    private int dates;
    private int covered;

    /** The last cut-off of a log at a horizon of 90 days, and how many there are, 30 days apart. */
    private record Log(String name, LocalDate last, int cutOffs) {}

    @Test
    void atLeastEightyPercentOfTheDatesAreCovered() {
        for (Log log : List.of(
                new Log("cdnow_full", LocalDate.of(1998, 4, 1), 7),
                new Log("online_retail_ii", LocalDate.of(2011, 9, 10), 10),
                new Log("grocery_elog", LocalDate.of(2007, 10, 1), 8))) {
            PurchaseLog purchases = read(log);
            for (int horizonDays : HORIZONS) {
                PurchaseModelFits fits = new PurchaseModelFits();
                int before = covered;
                for (int i = 0; i < log.cutOffs(); i++) {
                    look(purchases, log.last().minusDays(30L * i), horizonDays, fits);
                }
                System.out.printf(
                        "interval of the mean churn: %s, H = %d: %d of %d%n",
                        log.name(), horizonDays, covered - before, log.cutOffs());
            }
        }
        System.out.printf("interval of the mean churn: %d of %d dates are covered%n", covered, dates);
        assertThat(covered).isGreaterThanOrEqualTo((int) Math.ceil(0.8 * dates));
        assertThat(dates).isEqualTo(75);
    }

    private static PurchaseLog read(Log log) {
        return PurchaseFile.read(
                        SharedData.path(log.name() + ".csv.gz"),
                        new IntakeSettings(ZoneOffset.UTC, "EUR"),
                        new ClosureRules(List.of(), true),
                        log.last(),
                        FileProgress.NONE)
                .log();
    }

    private void look(PurchaseLog all, LocalDate cutOff, int horizonDays, PurchaseModelFits fits) {
        ChurnLevel level = new PastLevels(TrainingSet.of(all, cutOff).log(), horizonDays, fits).learn();
        GroupedSummaries.Builder summaries = GroupedSummaries.builder();
        for (int customer = 0; customer < all.size(); customer++) {
            all.findSummary(customer, cutOff).ifPresent(summaries::addCustomer);
        }
        GroupedSummaries groups = summaries.build();
        PurchaseModel model =
                fits.fit(PurchaseModelFamily.MBG_NBD, groups).model().orElseThrow();
        double expected = 0;
        int churned = 0;
        int customers = 0;
        for (int customer = 0; customer < all.size(); customer++) {
            PurchaseSummary summary = all.findSummary(customer, cutOff).orElse(null);
            if (summary != null) {
                customers++;
                expected += model.churnProbability(summary, horizonDays);
                churned += all.countPurchaseDays(customer, cutOff, horizonDays) == 0 ? 1 : 0;
            }
        }
        double predicted = Logit.of(expected / customers) + level.delta();
        double observed = Logit.of((double) churned / customers);
        dates++;
        covered += Math.abs(observed - predicted) <= ChurnLevel.NORMAL_80 * level.error() ? 1 : 0;
    }
}
