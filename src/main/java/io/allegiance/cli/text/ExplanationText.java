package io.allegiance.cli.text;

import io.allegiance.explain.Explanation;
import io.allegiance.wording.Counted;
import io.allegiance.wording.Printable;
import java.io.PrintWriter;
import java.util.Locale;

/** An explanation as text. */
public final class ExplanationText {

    private ExplanationText() {}

    public static void print(Explanation explanation, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "customer %s as of %s (publication %d)%n",
                Printable.of(explanation.customerId()),
                explanation.scoreDate(),
                explanation.publication());
        Explanation.Purchases purchases = explanation.purchases();
        out.printf(
                Locale.ROOT,
                "purchase days      %d: %s%n",
                purchases.repeatPurchases() + 1,
                purchases.repeatPurchases() == 0
                        ? Counted.of(purchases.ageDays(), "day") + " ago"
                        : "the first " + Counted.of(purchases.ageDays(), "day") + " ago, the last "
                                + Counted.of(purchases.ageDays() - purchases.lastPurchaseAgeDays(), "day") + " ago");
        out.printf(
                Locale.ROOT,
                "churn probability  %s over %s%s%n",
                explanation.churnProbability(),
                Counted.of(explanation.horizonDays(), "day"),
                explanation.isUnchanged()
                        ? ""
                        : "; published as " + explanation.publishedChurnProbability()
                                + ", for the customer's days changed since");
        if (explanation.averageChurnProbability() != null) {
            out.printf(Locale.ROOT, "average customer   %s%n", explanation.averageChurnProbability());
        }
        out.printf(
                Locale.ROOT,
                "purchase model     churn %s, P(alive) %s%n",
                purchases.churnProbability(),
                purchases.probabilityAlive() == null ? "cannot be told" : purchases.probabilityAlive());
        String label = "level              ";
        for (String statement : explanation.level().statements()) {
            out.println(label + statement);
            label = " ".repeat(label.length());
        }
        out.printf(
                Locale.ROOT,
                "model              %s as of %s%n",
                explanation.model().version(),
                explanation.model().asOf());
        out.println("                   " + explanation.model().statement());
        explanation.model().fallbacks().stream()
                .filter(fallback -> !fallback.equals(explanation.model().statement()))
                .forEach(fallback -> out.println("                   " + fallback));
        printFeatures(explanation, out);
        printLoyalty(explanation, out);
    }

    private static void printLoyalty(Explanation explanation, PrintWriter out) {
        if (explanation.loyalty().isEmpty()) {
            return;
        }
        out.println();
        explanation.loyalty().forEach((column, score) -> out.printf(Locale.ROOT, "%-26s %12s%n", column, score));
        if (explanation.nextBestCategory() != null) {
            out.printf(Locale.ROOT, "%-26s %12s%n", "next_best_category", Printable.of(explanation.nextBestCategory()));
        }
        out.println();
        out.println("loyalty_score: the weighted mean of the dimensions below it, 0 to 100 each");
    }

    private static void printFeatures(Explanation explanation, PrintWriter out) {
        if (explanation.features().isEmpty()) {
            return;
        }
        out.println();
        out.printf(Locale.ROOT, "%-26s %12s %12s  %-18s %9s%n", "feature", "value", "average", "unit", "share");
        explanation
                .features()
                .forEach(feature -> out.printf(
                        Locale.ROOT,
                        "%-26s %12s %12.3f  %-18s %+9.3f%n",
                        feature.feature(),
                        feature.value() == null ? "missing" : String.format(Locale.ROOT, "%.3f", feature.value()),
                        feature.average(),
                        feature.unit(),
                        feature.share()));
        out.println();
        out.println(
                "share: what the feature adds to ln(p / (1 - p)) against the average customer; above 0 it raises churn");
    }
}
