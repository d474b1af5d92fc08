package io.allegiance.cli.text;

import io.allegiance.btyd.MbgNbd;
import io.allegiance.firstscores.FirstScores;
import io.allegiance.firstscores.WholeDay;
import io.allegiance.publish.Publication;
import io.allegiance.training.BacktestReport;
import io.allegiance.training.BacktestReport.ModelQuality;
import io.allegiance.training.DataWindow;
import io.allegiance.training.ModelRegistry;
import io.allegiance.wording.Counted;
import io.allegiance.wording.Printable;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What {@code score} did, on one screen: each part with the command that does the same, the segments, and what to type next. */
public final class FirstScoresText {

    private static final String COMMAND = "jobs/allegiance ";

    private static final List<String> NEXT =
            List.of("explain --customer ID", "scores --export scores.csv", "models", "status");

    private final PrintWriter out;

    public FirstScoresText(PrintWriter out) {
        this.out = out;
    }

    /**
     * Prints the screen.
     *
     * @param arguments of import, as they were given
     */
    public void print(FirstScores.Outcome outcome, String arguments) {
        out.println(COMMAND + "import " + Printable.of(arguments));
        printImport(outcome);
        out.println(COMMAND + "train --as-of " + outcome.day().date());
        printModel(outcome);
        out.println(COMMAND + "nightly --date " + outcome.day().date());
        printNight(outcome);
        out.println();
        SegmentTable.print(outcome.segments(), out);
        out.println();
        printPlaces(outcome);
    }

    private void printImport(FirstScores.Outcome outcome) {
        ImportText.printCounts(outcome.report(), out);
        String currency = outcome.business().reportingCurrency();
        out.println("  " + ContentText.describe(outcome.report().content(), currency));
        if (outcome.report().futureLines() > 0) {
            out.printf(
                    Locale.ROOT,
                    "  %s of days to come, which wait for their night%n",
                    Counted.of(outcome.report().futureLines(), "line"));
        }
        out.printf(
                Locale.ROOT,
                "  dates in the zone %s, money in %s: fixed for this database from now on%n",
                outcome.business().zone(),
                currency);
    }

    private void printModel(FirstScores.Outcome outcome) {
        ModelRegistry.Registered model = outcome.model();
        DataWindow data = model.model().data();
        out.printf(
                Locale.ROOT,
                "  %s, %d of them came again%n",
                Counted.of(data.customers(), "customer"),
                data.repeatCustomers());
        BacktestReport backtest = model.model().backtest();
        if (backtest != null) {
            printQuality(backtest);
        }
        if (!model.version().equals(outcome.publication().modelVersion()) && model.decision() != null) {
            out.println("  not used: " + model.decision());
        }
    }

    /** Left out where the history is too short to try the model on a past date. */
    private void printQuality(BacktestReport backtest) {
        ModelQuality product = backtest.product();
        ModelQuality base = backtest.findModel(MbgNbd.NAME).orElse(product);
        if (product.mean() != null && base.mean() != null) {
            out.printf(
                    Locale.ROOT,
                    "  tried on %s: log loss %.4f, where MBG/NBD has %.4f (less is better)%n",
                    Counted.of(product.cutOffs().size(), "past date"),
                    product.mean().logLoss(),
                    base.mean().logLoss());
        }
    }

    private void printNight(FirstScores.Outcome outcome) {
        Publication publication = outcome.publication();
        out.printf(
                Locale.ROOT,
                "  publication %d of %s: %s%s%n",
                publication.publication(),
                publication.scoreDate(),
                Counted.of(publication.customers(), "customer"),
                outcome.publishedBefore() ? "; it was published before, and stays as it is" : "");
        printDay(outcome.day());
        if (publication.modelNote() != null) {
            out.println("  the model has a reservation: " + publication.modelNote());
        }
        if (!outcome.seen()) {
            out.println("  readers keep the later date that they see already");
        }
    }

    private void printDay(WholeDay day) {
        if (!day.isLast()) {
            out.printf(
                    Locale.ROOT,
                    "  %s is the last whole day; %s, with %s, waits for its own night%n",
                    day.date(),
                    day.last(),
                    Counted.of(day.linesOfLast(), "line"));
        }
    }

    private void printPlaces(FirstScores.Outcome outcome) {
        out.println("report, with the customers to save first: " + outcome.page());
        out.printf(
                Locale.ROOT,
                "scores: the view current_customer_score of %s%n",
                outcome.embedded() ? "the database in " + outcome.home() : "your database");
        if (outcome.report().rejected() > 0) {
            out.println("rejected lines wait: " + COMMAND + "rejects");
        }
        out.println("type next, after " + COMMAND.strip() + ": " + String.join(" | ", NEXT));
    }
}
