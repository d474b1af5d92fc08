package io.allegiance.training;

import io.allegiance.btyd.FitReport;
import io.allegiance.btyd.GammaGamma;
import io.allegiance.btyd.MbgNbd;
import io.allegiance.btyd.PurchaseModel;
import io.allegiance.btyd.PurchaseModelFamily;
import io.allegiance.scoring.ScoringModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trained model as it is kept: all that repeats its predictions, and all that judges it.
 *
 * @param asOf the last day of its data; a night of an earlier date never uses it
 * @param codeVersion of the program that fitted it
 * @param horizonDays H
 * @param churnModel the purchase model whose closed form gives the churn probability
 * @param data what it was fitted from
 * @param fits how each of its models came out, the purchase models first
 */
public record TrainedModel(
        LocalDate asOf, String codeVersion, int horizonDays, String churnModel, DataWindow data, List<FitReport> fits) {

    public TrainedModel {
        fits = List.copyOf(fits);
    }

    /** Gets what scores are computed with. */
    public ScoringModel toScoringModel(String version) {
        PurchaseModel purchases = PurchaseModelFamily.get(churnModel)
                .restore(find(churnModel).orElseThrow().parameters());
        return new ScoringModel(version, purchases, spend(), horizonDays);
    }

    private @Nullable GammaGamma spend() {
        return find(GammaGamma.NAME)
                .map(fit -> GammaGamma.restore(fit.parameters()))
                .orElse(null);
    }

    /** Finds a fit that has parameters. */
    public Optional<FitReport> find(String model) {
        return fits.stream()
                .filter(fit -> fit.model().equals(model) && !fit.parameters().isEmpty())
                .findFirst();
    }

    /** The model that churn probabilities come from. */
    public static final String CHURN_MODEL = MbgNbd.NAME;
}
