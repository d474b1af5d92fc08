package io.allegiance.ops;

import io.allegiance.btyd.FitReport;
import io.allegiance.training.DataWindow;
import io.allegiance.training.ModelRegistry;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** A model in words. */
final class ModelText {

    private ModelText() {}

    static void print(ModelRegistry.Registered registered, PrintWriter out) {
        DataWindow data = registered.model().data();
        out.printf(
                Locale.ROOT,
                "model %s %s: %d customers, %d with a repeat purchase, %s to %s%n",
                registered.version(),
                registered.state(),
                data.customers(),
                data.repeatCustomers(),
                data.firstPurchaseDay(),
                data.lastDay());
        for (FitReport fit : registered.model().fits()) {
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
        out.println("  churn over " + registered.model().horizonDays() + " days: "
                + registered.model().churn().statement());
    }
}
