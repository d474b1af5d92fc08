package io.allegiance.cli.text;

import io.allegiance.churn.RankingTrial;
import io.allegiance.churn.RankingTrial.Gain;
import io.allegiance.churn.quality.Quality;
import io.allegiance.training.BacktestReport;
import io.allegiance.training.CutOffFit;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the churn models of a backtest came out, in tables of less than 100 columns with a row for each cut-off. */
final class LevelTable {

    private static final String LEVEL = "%-10s %10s %9s %9s %9s %7s %9s %6s %6s%n";
    private static final String RANKING = "%-10s %7s %9s %10s %9s %10s %9s %9s%n";

    private LevelTable() {}

    /** Prints nothing of a report of an earlier version. */
    static void print(BacktestReport report, PrintWriter out) {
        if (report.fits().isEmpty()) {
            return;
        }
        out.printf(
                "%n%s, mean churn and the interval that holds the observed one with at least 80 %%%n",
                BacktestReport.PRODUCT);
        out.printf(LEVEL, "cut-off", "mean churn", "from", "to", "observed", "inside", "δ", "φ", "ψ");
        for (int i = 0; i < report.fits().size(); i++) {
            printLevel(report.fits().get(i), report.product().cutOffs().get(i).quality(), out);
        }
        out.printf(
                "%n%s, its ranking on the past dates of each cut-off: gain in log loss over the purchase model%n",
                BacktestReport.PRODUCT);
        out.printf(RANKING, "", "past", "", "", "averaged", "", "", "");
        out.printf(RANKING, "cut-off", "dates", "gain", "noise", "gain", "noise", "weight", "q");
        report.fits().forEach(fit -> printRanking(fit, out));
    }

    private static void printLevel(CutOffFit fit, @Nullable Quality quality, PrintWriter out) {
        out.printf(
                LEVEL,
                fit.cutOff(),
                quality == null ? "" : rounded("%.4f", quality.meanChurn()),
                rounded("%.4f", fit.low()),
                rounded("%.4f", fit.high()),
                quality == null ? "" : rounded("%.4f", quality.observedChurn()),
                fit.inside() ? "yes" : "no",
                rounded("%+.4f", fit.delta()),
                rounded("%.3f", fit.phi()),
                rounded("%.3f", fit.psi()));
    }

    private static void printRanking(CutOffFit fit, PrintWriter out) {
        RankingTrial trial = fit.trial();
        Gain alone = trial == null ? null : trial.gainOfForm();
        Gain averaged = trial == null ? null : trial.gainOfAverage();
        out.printf(
                RANKING,
                fit.cutOff(),
                trial == null ? 0 : trial.cutOffs(),
                alone == null ? "" : rounded("%+.4f", alone.mean()),
                alone == null ? "" : rounded("%.4f", alone.noise()),
                averaged == null ? "" : rounded("%+.4f", averaged.mean()),
                averaged == null ? "" : rounded("%.4f", averaged.noise()),
                rounded("%.1f", fit.weight()),
                rounded("%.3f", fit.purchaseFactor()));
    }

    private static String rounded(String format, double figure) {
        return String.format(Locale.ROOT, format, figure);
    }
}
