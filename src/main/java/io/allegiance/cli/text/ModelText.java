package io.allegiance.cli.text;

import io.allegiance.btyd.FitReport;
import io.allegiance.churn.ChurnLevel;
import io.allegiance.churn.RankingTrial;
import io.allegiance.churn.quality.ReliabilityBin;
import io.allegiance.crossselling.ProposalMethod;
import io.allegiance.training.BacktestReport;
import io.allegiance.training.BacktestReport.CutOffQuality;
import io.allegiance.training.BacktestReport.ModelQuality;
import io.allegiance.training.CrossSelling;
import io.allegiance.training.DataWindow;
import io.allegiance.training.LevelStatement;
import io.allegiance.training.ModelRegistry;
import io.allegiance.training.NextCategoryBacktest;
import io.allegiance.training.TrainedModel;
import io.allegiance.wording.Counted;
import io.allegiance.wording.ZonedMoment;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;

/** A model in words. */
public final class ModelText {

    private static final int WIDTH = 40;
    private static final int LEAST_WIDTH = 10;
    private static final int BESIDE_BAR = 47;
    private static final double PERCENT = 100;

    private ModelText() {}

    /** @param zone of the times */
    public static void print(ModelRegistry.Registered registered, ZoneId zone, PrintWriter out) {
        TrainedModel model = registered.model();
        printHead(registered, zone, out);
        model.fits().forEach(fit -> printFit(fit, out));
        out.println("  churn over " + Counted.of(model.horizonDays(), "day") + ": "
                + model.churn().statement());
        printChurn(model, out);
        model.further()
                .forEach(fit -> out.println("  churn over " + Counted.of(fit.horizonDays(), "day") + ": "
                        + fit.churn().statement()));
        model.fallbacks().stream()
                .filter(fallback -> !fallback.equals(model.churn().statement()))
                .filter(fallback -> model.further().stream().noneMatch(fit -> fallback.equals(fit.statement())))
                .forEach(fallback -> out.println("  reservation: " + fallback));
        if (model.backtest() != null) {
            printBacktest(model.backtest(), out);
        }
        if (model.crossSelling() != null) {
            printNextCategory(model.crossSelling(), out);
        }
    }

    private static void printHead(ModelRegistry.Registered registered, ZoneId zone, PrintWriter out) {
        DataWindow data = registered.model().data();
        out.printf(
                Locale.ROOT,
                "model %s %s: %s, %d with a repeat purchase, %s to %s%n",
                registered.version(),
                registered.state(),
                Counted.of(data.customers(), "customer"),
                data.repeatCustomers(),
                data.firstPurchaseDay(),
                data.lastDay());
        if (data.leftOut() != null) {
            out.println(
                    "  left out, because they were rejected: " + data.leftOut().statement());
        }
        if (registered.decision() != null) {
            out.println("  " + registered.decision());
        }
        if (registered.promotion() != null) {
            out.printf(
                    Locale.ROOT,
                    "  promoted by %s at %s: %s%n",
                    registered.promotion().by(),
                    ZonedMoment.describe(registered.promotion().at(), zone),
                    registered.promotion().reason());
        }
    }

    private static void printFit(FitReport fit, PrintWriter out) {
        String parameters = fit.parameters().entrySet().stream()
                .map(each -> String.format(Locale.ROOT, "%s = %.5f", each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
        out.printf(
                Locale.ROOT,
                "  %-12s %s%s%n",
                fit.model(),
                parameters.isEmpty()
                        ? ""
                        : String.format(Locale.ROOT, "%s; log-likelihood %.3f. ", parameters, fit.logLikelihood()),
                fit.statement());
    }

    private static void printBacktest(BacktestReport backtest, PrintWriter out) {
        out.println("  on past dates, each from what was known then: "
                + backtest.product().cutOffs().stream()
                        .map(CutOffQuality::cutOff)
                        .map(Object::toString)
                        .collect(Collectors.joining(", ")));
        backtest.models().forEach(model -> printQuality(model, out));
        if (backtest.constantLogLoss() != null) {
            out.printf(
                    Locale.ROOT,
                    "    %-12s log loss %.4f, the past churn rate for everybody%n",
                    "constant",
                    backtest.constantLogLoss());
        }
        if (!backtest.bands().isEmpty()) {
            out.println("  by repeat purchases: predicted, observed, by the purchase model alone");
            BandLines.print(backtest.bands(), "    ", out);
        }
        out.println("  reliability: of those with such a churn probability (|) so many churned (#)");
        backtest.pooledReliability().forEach(bin -> printBin(bin, out));
    }

    /* What a model of an earlier version does not have is left out. */
    private static void printChurn(TrainedModel model, PrintWriter out) {
        RankingTrial trial = model.churn().trial();
        if (trial != null) {
            out.printf(
                    Locale.ROOT,
                    "  ranking against %s on %s: gain in log loss %s; averaged with it %s%n",
                    model.purchaseModel(),
                    Counted.of(trial.cutOffs(), "past cut-off"),
                    gain(trial.gainOfForm()),
                    gain(trial.gainOfAverage()));
        }
        ChurnLevel level = model.churn().level();
        if (level != null) {
            out.println("  " + LevelStatement.of(level));
            out.printf(
                    Locale.ROOT,
                    "  interval of the mean churn: ±%.3f logits, in which the observed one is with at least 80 %%%n",
                    ChurnLevel.NORMAL_80 * level.error());
            out.printf(
                    Locale.ROOT,
                    "  purchases of those who come: q = %.4f times what %s expects%n",
                    model.churn().purchaseFactor(),
                    model.purchaseModel());
        }
    }

    private static String gain(RankingTrial.Gain gain) {
        return String.format(Locale.ROOT, "%+.4f (noise %.4f)", gain.mean(), gain.noise());
    }

    private static void printNextCategory(CrossSelling crossSelling, PrintWriter out) {
        NextCategoryBacktest backtest = crossSelling.backtest();
        out.println("  "
                + crossSelling.statement()
                + (backtest == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " On those past dates %.2f %% of customers bought of it, and %.2f %% of the most popular one"
                                        + " they lacked. With 'allegiance.next-category: auto' nights propose %s.",
                                PERCENT * backtest.hitRate(),
                                PERCENT * backtest.popularHitRate(),
                                crossSelling.choose(ProposalMethod.AUTO) == ProposalMethod.POPULAR
                                        ? "the most popular one"
                                        : "the one bought together")));
    }

    private static void printQuality(ModelQuality model, PrintWriter out) {
        if (model.mean() == null) {
            return;
        }
        out.printf(
                Locale.ROOT,
                "    %-12s log loss %.4f, Brier %.4f, AUC %s, calibration error %.4f, churn %.3f for %.3f%n",
                model.model(),
                model.mean().logLoss(),
                model.mean().brier(),
                model.mean().auc() == null
                        ? "-"
                        : String.format(Locale.ROOT, "%.4f", model.mean().auc()),
                model.mean().calibrationError(),
                model.mean().meanChurn(),
                model.mean().observedChurn());
    }

    private static void printBin(ReliabilityBin bin, PrintWriter out) {
        if (bin.meanPredicted() == null || bin.observed() == null) {
            return;
        }
        out.printf(
                Locale.ROOT,
                "    %.1f-%.1f %9d %-9s  %.3f %.3f  %s%n",
                bin.from(),
                bin.to(),
                bin.customers(),
                bin.customers() == 1 ? "customer" : "customers",
                bin.meanPredicted(),
                bin.observed(),
                drawBar(bin.meanPredicted(), bin.observed(), barWidth(out)));
    }

    /** Forty characters, or what a narrow terminal has room for; a few of them would say nothing. */
    private static int barWidth(PrintWriter out) {
        int room = Screen.columns(out) - BESIDE_BAR;
        return room < LEAST_WIDTH ? 0 : Math.min(WIDTH, room);
    }

    /** A bar of # for the observed churn, with a | at the prediction; none where there is no room. */
    private static String drawBar(double predicted, double observed, int width) {
        if (width == 0) {
            return "";
        }
        StringBuilder bar = new StringBuilder("#".repeat((int) Math.round(observed * width)));
        int mark = (int) Math.round(predicted * width);
        while (bar.length() <= mark) {
            bar.append(' ');
        }
        bar.setCharAt(mark, '|');
        return bar.toString();
    }
}
