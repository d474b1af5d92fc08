package io.allegiance.training;

import io.allegiance.btyd.FitReport;
import io.allegiance.btyd.Fitted;
import io.allegiance.btyd.GammaGamma;
import io.allegiance.btyd.PurchaseModel;
import io.allegiance.btyd.PurchaseModelFamily;
import io.allegiance.failure.AttentionException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Fits every purchase model, and the spend model where spend is known. */
public final class ModelFitter {

    private final String codeVersion;
    private final int horizonDays;

    /**
     * @param codeVersion the program's version, kept with the model
     * @param horizonDays H, kept likewise
     */
    public ModelFitter(String codeVersion, int horizonDays) {
        this.codeVersion = codeVersion;
        this.horizonDays = horizonDays;
    }

    /**
     * Fits the models.
     *
     * @param progress told of each fit as it is done
     * @throws AttentionException when the model of the churn probability cannot be fitted from so little data
     */
    public TrainedModel fit(LocalDate asOf, TrainingSet set, Consumer<FitReport> progress) {
        List<FitReport> fits = new ArrayList<>();
        for (PurchaseModelFamily family : PurchaseModelFamily.values()) {
            Fitted<PurchaseModel> fitted = family.fit(set.purchases());
            fits.add(fitted.report());
            progress.accept(fitted.report());
            if (family.modelName().equals(TrainedModel.CHURN_MODEL)) {
                requireModel(asOf, fitted.report());
            }
        }
        FitReport spend = GammaGamma.fit(set.spend()).report();
        progress.accept(spend);
        fits.add(spend);
        return new TrainedModel(asOf, codeVersion, horizonDays, TrainedModel.CHURN_MODEL, window(asOf, set), fits);
    }

    private static void requireModel(LocalDate asOf, FitReport fit) {
        if (fit.parameters().isEmpty()) {
            throw new AttentionException("no model can be fitted from the purchases up to " + asOf + ": "
                    + fit.statement() + " Land more history and train again; the active model stays");
        }
    }

    private static DataWindow window(LocalDate asOf, TrainingSet set) {
        return new DataWindow(
                set.firstPurchaseDay(),
                asOf,
                set.purchases().customers(),
                set.purchases().repeatCustomers(),
                set.purchases().customers() + set.purchases().repeatPurchases());
    }
}
