package io.allegiance.training;

import io.allegiance.btyd.GroupedSummaries;
import io.allegiance.btyd.PurchaseModel;
import io.allegiance.btyd.PurchaseModelFamily;
import io.allegiance.churn.ChurnModel;
import io.allegiance.churn.CustomerAsOf;
import io.allegiance.churn.LogisticRegression;
import io.allegiance.churn.TrainingRows;
import io.allegiance.history.PurchaseHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Fits the churn ranking on what became of customers after past cut-offs.
 *
 * <p>As of a date D the cut-offs are D - H, D - H - 30 days and so on, up to eight, as far back as there are 2 H days
 * of history before them. At each the purchase model is fitted to the data known then, and the features are those of
 * that date, so a training row equals the row that a night of that date would have scored. Where no cut-off has that
 * much history before it, cut-offs with H days are used, and the ranking is averaged with the purchase model; without
 * any of these, or where all outcomes are the same, the purchase model is used alone.
 */
final class ChurnFitter {

    private static final int MOST_CUT_OFFS = 8;
    private static final double AVERAGED = 0.5;

    private final PurchaseLog log;
    private final int horizonDays;
    private final PurchaseModelFits purchaseModels;
    private final Consumer<String> progress;
    private final TrainingRows rows = new TrainingRows();
    private final List<ChurnFit.CutOff> cutOffs = new ArrayList<>();

    /**
     * @param log what was known at the end of its last day, the date D
     * @param horizonDays H
     * @param purchaseModels fits them
     * @param progress receives each cut-off
     */
    ChurnFitter(PurchaseLog log, int horizonDays, PurchaseModelFits purchaseModels, Consumer<String> progress) {
        this.log = log;
        this.horizonDays = horizonDays;
        this.purchaseModels = purchaseModels;
        this.progress = progress;
    }

    ChurnFit fit() {
        if (log.size() == 0) {
            return purchaseModelAlone("there are no customers");
        }
        List<LocalDate> dates = PastCutOffs.list(log, horizonDays, 2 * horizonDays, MOST_CUT_OFFS);
        boolean isShort = dates.isEmpty();
        if (isShort) {
            dates = PastCutOffs.list(log, horizonDays, horizonDays, MOST_CUT_OFFS);
        }
        dates.forEach(this::collect);
        if (cutOffs.isEmpty()) {
            return purchaseModelAlone("there is no date " + horizonDays
                    + " or more days ago with as many days of repeat business before it");
        }
        if (rows.churned() == 0 || rows.churned() == rows.size()) {
            return purchaseModelAlone("all of its " + rows.size() + " past outcomes are the same");
        }
        double weight = isShort ? AVERAGED : 1;
        return new ChurnFit(ChurnModel.of(weight, LogisticRegression.fit(rows)), cutOffs, statement(weight));
    }

    private void collect(LocalDate cutOff) {
        List<PurchaseHistory> histories = new ArrayList<>();
        List<Boolean> outcomes = new ArrayList<>();
        GroupedSummaries.Builder summaries = GroupedSummaries.builder();
        for (int customer = 0; customer < log.size(); customer++) {
            PurchaseHistory history = log.findHistory(customer, cutOff).orElse(null);
            if (history != null) {
                histories.add(history);
                outcomes.add(log.countPurchaseDays(customer, cutOff, horizonDays) == 0);
                summaries.addCustomer(CustomerAsOf.summary(history, cutOff));
            }
        }
        Optional<PurchaseModel> model = purchaseModels
                .fit(PurchaseModelFamily.MBG_NBD, summaries.build())
                .model();
        model.ifPresent(fitted -> {
            for (int i = 0; i < histories.size(); i++) {
                rows.addRow(CustomerAsOf.of(histories.get(i), cutOff, fitted, horizonDays), outcomes.get(i));
            }
            long churned = outcomes.stream().filter(outcome -> outcome).count();
            cutOffs.add(new ChurnFit.CutOff(cutOff, histories.size(), churned));
            progress.accept("cut-off " + cutOff + ": " + histories.size() + " customers, " + churned + " churned");
        });
    }

    private ChurnFit purchaseModelAlone(String reason) {
        return new ChurnFit(
                ChurnModel.PURCHASE_MODEL_ALONE, List.of(), "The purchase model stands alone: " + reason + ".");
    }

    private String statement(double weight) {
        LocalDate newest = cutOffs.get(0).date();
        LocalDate oldest = cutOffs.get(cutOffs.size() - 1).date();
        String fitted = "Logistic regression on " + rows.size() + " outcomes after "
                + (cutOffs.size() == 1
                        ? newest.toString()
                        : cutOffs.size() + " dates from " + oldest + " to " + newest);
        return weight == 1
                ? fitted + "."
                : fitted + ", averaged with the purchase model because of so short a history.";
    }
}
