package io.allegiance.training;

import io.allegiance.btyd.FitReport;
import io.allegiance.btyd.GammaGamma;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reservations about a model that could not be fitted as intended, as sentences for readers of the scores. */
final class FitReservations {

    private FitReservations() {}

    /** Lists them for the fits that scores are computed with. */
    static List<String> list(
            List<FitReport> fits, ChurnFit churn, List<HorizonFit> further, @Nullable String aliveUnknown) {
        List<String> fallbacks = new ArrayList<>();
        for (FitReport fit : fits) {
            boolean used = fit.model().equals(TrainedModel.PURCHASE_MODEL)
                    || fit.model().equals(GammaGamma.NAME);
            if (used && (!fit.converged() || !fit.atBounds().isEmpty())) {
                fallbacks.add(fit.statement() + consequence(fit));
            }
        }
        if (churn.model().weight() < 1) {
            fallbacks.add(churn.statement());
        }
        if (aliveUnknown != null) {
            fallbacks.add(aliveUnknown);
        }
        further.stream()
                .filter(fit -> fit.churn().model().weight() < 1)
                .map(HorizonFit::statement)
                .forEach(fallbacks::add);
        return fallbacks;
    }

    private static String consequence(FitReport fit) {
        return fit.parameters().isEmpty() ? " Expected spend is unknown." : "";
    }
}
