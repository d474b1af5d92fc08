package io.allegiance.cli.text;

import io.allegiance.churn.quality.Quality;
import io.allegiance.churn.quality.ReliabilityBin;
import io.allegiance.training.BacktestReport;
import io.allegiance.training.BacktestReport.CutOffQuality;
import io.allegiance.training.BacktestReport.ModelQuality;
import io.allegiance.wording.Counted;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A backtest as a table of less than 100 columns: a block for each model, a row for each cut-off, the mean last. */
public final class BacktestTable {

    private BacktestTable() {}

    public static void print(BacktestReport report, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "Churn is no purchase day in the %s after the cut-off.%n",
                Counted.of(report.horizonDays(), "day"));
        report.models().forEach(model -> print(model, out));
        if (report.constantLogLoss() != null) {
            out.printf(
                    "%nThe past churn rate for everybody has a mean log loss of %s.%n",
                    rounded(report.constantLogLoss(), 4));
        }
        LevelTable.print(report, out);
        if (!report.bands().isEmpty()) {
            out.printf("%n%s, by repeat purchases over all cut-offs%n", BacktestReport.PRODUCT);
            BandLines.print(report.bands(), "", out);
        }
        out.printf("%n%s, reliability over all cut-offs%n", BacktestReport.PRODUCT);
        TextTable table = new TextTable(
                "",
                new TextTable.Column("probability", -11),
                new TextTable.Column("customers", 10),
                new TextTable.Column("mean churn", 12),
                new TextTable.Column("observed", 10));
        report.pooledReliability().forEach(bin -> addRow(bin, table));
        table.print(out);
    }

    private static void print(ModelQuality model, PrintWriter out) {
        out.printf("%n%s%n", model.model());
        TextTable table = new TextTable(
                "",
                new TextTable.Column("cut-off", -10),
                new TextTable.Column("customers", 9),
                new TextTable.Column("log loss", 9),
                new TextTable.Column("Brier", 7),
                new TextTable.Column("AUC", 7),
                new TextTable.Column("calibration\nerror", 12),
                new TextTable.Column("mean\nchurn", 7),
                new TextTable.Column("observed\nchurn", 9),
                new TextTable.Column("purchases\nMAE", 10),
                new TextTable.Column("purchases\nbias", 10));
        model.cutOffs().forEach(each -> addRow(each, table));
        if (model.mean() != null) {
            addRow("mean", "", model.mean(), table);
        }
        table.print(out);
    }

    private static void addRow(CutOffQuality each, TextTable table) {
        if (each.quality() == null) {
            table.addRow(each.cutOff() + " " + each.statement());
        } else {
            addRow(each.cutOff().toString(), Long.toString(each.quality().customers()), each.quality(), table);
        }
    }

    private static void addRow(String name, String customers, Quality quality, TextTable table) {
        table.addRow(
                name,
                customers,
                rounded(quality.logLoss(), 4),
                rounded(quality.brier(), 4),
                rounded(quality.auc(), 4),
                rounded(quality.calibrationError(), 4),
                rounded(quality.meanChurn(), 4),
                rounded(quality.observedChurn(), 4),
                rounded(quality.purchasesMae(), 3),
                rounded(quality.purchasesBias(), 3));
    }

    private static void addRow(ReliabilityBin bin, TextTable table) {
        table.addRow(
                rounded(bin.from(), 1) + " to " + rounded(bin.to(), 1),
                bin.customers(),
                rounded(bin.meanPredicted(), 4),
                rounded(bin.observed(), 4));
    }

    private static String rounded(@Nullable Double value, int digits) {
        return value == null ? "" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
