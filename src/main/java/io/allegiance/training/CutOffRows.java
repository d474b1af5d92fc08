package io.allegiance.training;

import io.allegiance.btyd.PurchaseModel;
import io.allegiance.churn.CustomerAsOf;
import io.allegiance.churn.GapSurvival;
import io.allegiance.churn.PopulationAsOf;
import io.allegiance.churn.TrainingRows;
import io.allegiance.history.PurchaseHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hipparchus.util.FastMath;

/** Collects the customers of past cut-offs, with what became of them. For one thread. */
final class CutOffRows {

    private static final double STEP_DAYS = 30;
    private static final int MOST_FACTORS = 8;

    private final PurchaseLog log;
    private final int horizonDays;
    private final PurchaseModelFits purchaseModels;
    private final Consumer<String> progress;
    private final TrainingRows rows = new TrainingRows();
    private final List<ChurnFit.CutOff> cutOffs = new ArrayList<>();
    private final List<Double> logFactors = new ArrayList<>();

    CutOffRows(PurchaseLog log, int horizonDays, PurchaseModelFits purchaseModels, Consumer<String> progress) {
        this.log = log;
        this.horizonDays = horizonDays;
        this.purchaseModels = purchaseModels;
        this.progress = progress;
    }

    /** The rows of the cut-offs at which some customers churned and some did not. */
    TrainingRows rows() {
        return rows;
    }

    /** All cut-offs at which a purchase model could be fitted, in the order in which they were collected. */
    List<ChurnFit.CutOff> cutOffs() {
        return cutOffs;
    }

    /** Collects the customers of a cut-off; where no purchase model can be fitted to them there is nothing to collect. */
    void collect(LocalDate cutOff) {
        purchaseModels.findMbgNbd(log, cutOff).ifPresent(fitted -> collect(cutOff, fitted));
    }

    private void collect(LocalDate cutOff, PurchaseModel fitted) {
        int customers = 0;
        int churned = 0;
        for (int customer = 0; customer < log.size(); customer++) {
            if (log.hasPurchase(customer, cutOff)) {
                customers++;
                churned += log.countPurchaseDays(customer, cutOff, horizonDays) == 0 ? 1 : 0;
            }
        }
        cutOffs.add(new ChurnFit.CutOff(cutOff, customers, churned));
        if (churned > 0 && churned < customers) {
            addRows(new PopulationAsOf(cutOff, log.openDaysAsOf(cutOff), fitted, horizonDays, gaps(cutOff)));
            progress.accept("cut-off " + cutOff + ": " + customers + " customers, " + churned + " churned");
        }
    }

    private void addRows(PopulationAsOf population) {
        LocalDate cutOff = population.date();
        double actual = 0;
        double expected = 0;
        for (int i = 0; i < log.size(); i++) {
            PurchaseHistory history = log.findHistory(i, cutOff).orElse(null);
            if (history != null) {
                CustomerAsOf customer = population.look(history);
                int purchaseDays = log.countPurchaseDays(i, cutOff, horizonDays);
                rows.addRow(customer, purchaseDays == 0);
                actual += purchaseDays;
                expected += purchaseDays > 0 ? customer.forecast().expectedPurchasesGivenAny() : 0;
            }
        }
        rows.endCutOff(cutOff, log.openDays().plusOpenDays(cutOff, horizonDays));
        if (logFactors.size() < MOST_FACTORS) {
            logFactors.add(FastMath.log(actual / expected));
        }
    }

    /** How long customers stay away, as it is known on a date. */
    GapSurvival gaps(LocalDate date) {
        GapSurvival.Builder survival = new GapSurvival.Builder();
        for (int customer = 0; customer < log.size(); customer++) {
            log.findHistory(customer, date)
                    .ifPresent(history -> survival.addCustomer(
                            history,
                            CustomerAsOf.summary(history, date, log.openDaysAsOf(date))
                                    .daysSinceLastPurchase()));
        }
        return survival.build();
    }

    /**
     * q, by which those who come buy on more days than the purchase model expects of those who come:
     *
     * <pre>
     *   q = exp(k / (k + 1) · mean over cut-offs of ln(actual / expected)),   k = cut-offs · 30 / H
     * </pre>
     *
     * 1 without cut-offs. The first eight that were collected count.
     */
    double purchaseFactor() {
        double k = logFactors.size() * STEP_DAYS / horizonDays;
        double mean =
                logFactors.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return FastMath.exp(k / (k + 1) * mean);
    }

    /** The dates in words. */
    String describeDates() {
        List<LocalDate> dates =
                cutOffs.stream().map(ChurnFit.CutOff::date).sorted().toList();
        return dates.size() == 1
                ? dates.get(0).toString()
                : dates.size() + " dates from " + dates.get(0) + " to " + dates.get(dates.size() - 1);
    }
}
