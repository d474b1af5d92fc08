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

    private LevelTable() {}

    /** Prints nothing of a report of an earlier version. */
    static void print(BacktestReport report, PrintWriter out) {
        if (report.fits().isEmpty()) {
            return;
        }
        out.printf(
                "%n%s, mean churn and the interval that holds the observed one with at least 80 %%%n",
                BacktestReport.PRODUCT);
        levels(report).print(out);
        out.printf(
                "%n%s, its ranking on the past dates of each cut-off: gain in log loss over the purchase model%n",
                BacktestReport.PRODUCT);
        rankings(report).print(out);
    }

    private static TextTable levels(BacktestReport report) {
        TextTable table = new TextTable(
                "",
                new TextTable.Column("cut-off", -10),
                new TextTable.Column("mean churn", 10),
                new TextTable.Column("from", 9),
                new TextTable.Column("to", 9),
                new TextTable.Column("observed", 9),
                new TextTable.Column("inside", 7),
                new TextTable.Column("δ", 9),
                new TextTable.Column("φ", 6),
                new TextTable.Column("ψ", 6));
        for (int i = 0; i < report.fits().size(); i++) {
            addLevel(report.fits().get(i), report.product().cutOffs().get(i).quality(), table);
        }
        return table;
    }

    private static void addLevel(CutOffFit fit, @Nullable Quality quality, TextTable table) {
        table.addRow(
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

    private static TextTable rankings(BacktestReport report) {
        TextTable table = new TextTable(
                "",
                new TextTable.Column("cut-off", -10),
                new TextTable.Column("past\ndates", 7),
                new TextTable.Column("gain", 9),
                new TextTable.Column("noise", 10),
                new TextTable.Column("averaged\ngain", 9),
                new TextTable.Column("noise", 10),
                new TextTable.Column("weight", 9),
                new TextTable.Column("q", 9));
        report.fits().forEach(fit -> addRanking(fit, table));
        return table;
    }

    private static void addRanking(CutOffFit fit, TextTable table) {
        RankingTrial trial = fit.trial();
        Gain alone = trial == null ? null : trial.gainOfForm();
        Gain averaged = trial == null ? null : trial.gainOfAverage();
        table.addRow(
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
