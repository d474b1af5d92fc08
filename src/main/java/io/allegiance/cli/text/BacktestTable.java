package io.allegiance.cli.text;

import io.allegiance.churn.quality.Quality;
import io.allegiance.churn.quality.ReliabilityBin;
import io.allegiance.training.BacktestReport;
import io.allegiance.training.BacktestReport.CutOffQuality;
import io.allegiance.training.BacktestReport.ModelQuality;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A backtest as a table of less than 100 columns: a block for each model, a row for each cut-off, the mean last. */
public final class BacktestTable {

    private static final String ROW = "%-10s %9s %9s %7s %7s %12s %7s %9s %10s %10s%n";
    private static final String BIN = "%-11s %10s %12s %10s%n";

    private BacktestTable() {}

    public static void print(BacktestReport report, PrintWriter out) {
        out.printf(Locale.ROOT, "Churn is no purchase day in the %d days after the cut-off.%n", report.horizonDays());
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
        out.printf(BIN, "probability", "customers", "mean churn", "observed");
        report.pooledReliability().forEach(bin -> print(bin, out));
    }

    private static void print(ModelQuality model, PrintWriter out) {
        out.printf("%n%s%n", model.model());
        out.printf(ROW, "", "", "", "", "", "calibration", "mean", "observed", "purchases", "purchases");
        out.printf(ROW, "cut-off", "customers", "log loss", "Brier", "AUC", "error", "churn", "churn", "MAE", "bias");
        for (CutOffQuality each : model.cutOffs()) {
            print(each, out);
        }
        if (model.mean() != null) {
            print("mean", "", model.mean(), out);
        }
    }

    private static void print(CutOffQuality each, PrintWriter out) {
        if (each.quality() == null) {
            out.println(each.cutOff() + " " + each.statement());
        } else {
            print(each.cutOff().toString(), Long.toString(each.quality().customers()), each.quality(), out);
        }
    }

    private static void print(String name, String customers, Quality quality, PrintWriter out) {
        out.printf(
                ROW,
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

    private static void print(ReliabilityBin bin, PrintWriter out) {
        out.printf(
                BIN,
                rounded(bin.from(), 1) + " to " + rounded(bin.to(), 1),
                bin.customers(),
                rounded(bin.meanPredicted(), 4),
                rounded(bin.observed(), 4));
    }

    private static String rounded(@Nullable Double value, int digits) {
        return value == null ? "" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
