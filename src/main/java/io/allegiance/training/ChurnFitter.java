package io.allegiance.training;

import io.allegiance.churn.ChurnLevel;
import io.allegiance.churn.ChurnModel;
import io.allegiance.churn.RankingTrial;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Fits the churn ranking on what became of customers after past cut-offs, and learns the level.
 *
 * <p>As of a date D the cut-offs are D - H, D - H - 30 days and so on, up to eight, as far back as there are 2 H days
 * of history before them; where the level follows the season, also the dates 360, 720 and 1080 days before D. At each the purchase
 * model is fitted to the data known then, and the features are those of that date, so a training row equals the row that a night of
 * that date would have scored. All days are open days. Where no cut-off has that much history before it, cut-offs with H days are
 * used, and the ranking is averaged with the purchase model.
 *
 * <p>The ranking has to earn its weight: where it is not better than the purchase model on past cut-offs that it has not seen, the
 * average or the purchase model alone is used ({@link RankingTrial}). Without any cut-off, or where all outcomes of each are the
 * same, the purchase model is used alone.
 */
final class ChurnFitter {

    private static final int MOST_CUT_OFFS = 8;
    private static final double AVERAGED = 0.5;

    /** From this weight of former years on, the level is said to follow the season. */
    private static final double SEASONAL = 0.5;

    private final PurchaseLog log;
    private final int horizonDays;
    private final PurchaseModelFits purchaseModels;
    private final Consumer<String> progress;

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
        CutOffRows rows = new CutOffRows(log, horizonDays, purchaseModels, progress);
        ChurnLevel level = new PastLevels(log, horizonDays, purchaseModels).learn();
        List<LocalDate> dates = PastCutOffs.list(log, horizonDays, 2 * horizonDays, MOST_CUT_OFFS);
        boolean isShort = dates.isEmpty();
        if (isShort) {
            dates = PastCutOffs.list(log, horizonDays, horizonDays, MOST_CUT_OFFS);
        }
        dates.forEach(rows::collect);
        if (level.psi() >= SEASONAL) {
            formerSeasons(dates).forEach(rows::collect);
        }
        if (rows.rows().cutOffs() == 0) {
            return toFit(rows, level, ChurnModel.PURCHASE_MODEL_ALONE, null, whyAlone(rows));
        }
        ChurnModel fitted = ChurnModel.fit(rows.rows());
        RankingTrial trial = RankingTrial.find(rows.rows()).orElse(null);
        ChurnModel chosen = trial != null ? trial.choose(fitted) : fitted.withWeight(isShort ? AVERAGED : 1);
        return toFit(rows, level, chosen, trial, statement(rows, chosen, trial));
    }

    private List<LocalDate> formerSeasons(List<LocalDate> known) {
        return log
                .findStart()
                .map(start -> PastCutOffs.listFormerSeasons(log, start, log.lastDay(), horizonDays))
                .orElse(List.of())
                .stream()
                .filter(then -> !known.contains(then))
                .toList();
    }

    private ChurnFit toFit(
            CutOffRows rows, ChurnLevel level, ChurnModel model, @Nullable RankingTrial trial, String statement) {
        return new ChurnFit(
                model, rows.cutOffs(), statement, rows.gaps(log.lastDay()), level, rows.purchaseFactor(), trial);
    }

    private String whyAlone(CutOffRows rows) {
        String reason;
        if (log.size() == 0) {
            reason = "there are no customers";
        } else if (rows.cutOffs().isEmpty()) {
            reason = "there is no date " + horizonDays
                    + " or more days ago with as many days of repeat business before it";
        } else {
            reason = "all past outcomes of each date are the same";
        }
        return "The purchase model is used alone: " + reason + ".";
    }

    private static String statement(CutOffRows rows, ChurnModel chosen, @Nullable RankingTrial trial) {
        String fitted = "Logistic regression and boosted trees on "
                + rows.rows().size() + " outcomes after " + rows.describeDates();
        if (trial == null) {
            return chosen.weight() == 1
                    ? fitted + "."
                    : fitted + ", averaged with the purchase model because of so short a history.";
        }
        if (chosen.weight() == 1) {
            return fitted + (chosen.support() == null ? "." : "; rare customers as the purchase model predicts them.");
        }
        RankingTrial.Gain gain = trial.gainOfForm();
        String figures = String.format(
                Locale.ROOT,
                " on %d past cut-off%s (gain in log loss %.4f, noise %.4f).",
                trial.cutOffs(),
                trial.cutOffs() == 1 ? "" : "s",
                gain.mean(),
                gain.noise());
        return chosen.isPurchaseModelAlone()
                ? "The purchase model is used alone: a ranking was not better" + figures
                : fitted + ", averaged with the purchase model: the ranking alone was not better" + figures;
    }
}
