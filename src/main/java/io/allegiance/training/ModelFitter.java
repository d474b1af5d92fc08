package io.allegiance.training;

import io.allegiance.btyd.FitReport;
import io.allegiance.btyd.FitResult;
import io.allegiance.btyd.GammaGamma;
import io.allegiance.btyd.PurchaseModel;
import io.allegiance.btyd.PurchaseModelFamily;
import io.allegiance.failure.AttentionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Fits the purchase models, the spend model where spend is known, the churn model, and the next best category where
 * categories are known. For one thread.
 */
public final class ModelFitter {

    /** Every purchase model. */
    public static final List<PurchaseModelFamily> ALL = List.of(PurchaseModelFamily.values());

    /** The one that scores come from. */
    public static final List<PurchaseModelFamily> SCORED_WITH =
            List.of(PurchaseModelFamily.get(TrainedModel.PURCHASE_MODEL));

    /** From here on P(alive) rounds to 1.000 for a reader. */
    private static final double ALIVE_FOR_EVERYBODY = 0.9995;

    private final String codeVersion;
    private final int horizonDays;
    private final List<Integer> furtherHorizons;
    private final List<PurchaseModelFamily> families;
    private final PurchaseModelFits purchaseModels = new PurchaseModelFits();

    /**
     * @param codeVersion the program's version, kept with the model
     * @param horizonDays H, kept with the model
     * @param families the purchase models, that which scores come from among them
     */
    public ModelFitter(String codeVersion, int horizonDays, List<PurchaseModelFamily> families) {
        this(codeVersion, horizonDays, List.of(), families);
    }

    /**
     * The same with further horizons.
     *
     * @param furtherHorizons in days, ascending; for each the churn model is fitted as for H
     */
    public ModelFitter(
            String codeVersion, int horizonDays, List<Integer> furtherHorizons, List<PurchaseModelFamily> families) {
        if (!families.containsAll(SCORED_WITH)) {
            throw new IllegalArgumentException(
                    TrainedModel.PURCHASE_MODEL + " must be among the models fitted; was " + families);
        }
        this.codeVersion = codeVersion;
        this.horizonDays = horizonDays;
        this.furtherHorizons = List.copyOf(furtherHorizons);
        this.families = List.copyOf(families);
    }

    /**
     * Fits the models.
     *
     * @param progress receives each fit as it is done
     * @throws AttentionException when the purchase model cannot be fitted from so little data
     */
    public TrainedModel fit(TrainingSet set, Consumer<String> progress) {
        List<FitReport> fits = new ArrayList<>();
        for (PurchaseModelFamily family : families) {
            FitResult<PurchaseModel> fitted = purchaseModels.fit(family, set.purchases());
            fits.add(fitted.report());
            progress.accept(fitted.report().statement());
            if (family.modelName().equals(TrainedModel.PURCHASE_MODEL)) {
                requireModel(set, fitted.report());
            }
        }
        FitReport spend = GammaGamma.fit(set.spend()).report();
        fits.add(spend);
        progress.accept(spend.statement());
        ChurnFit churn = new ChurnFitter(set.log(), horizonDays, purchaseModels, progress).fit();
        progress.accept(churn.statement());
        churn.findLevel().map(LevelStatement::of).ifPresent(progress);
        List<HorizonFit> further = fitFurther(set, progress);
        String aliveUnknown = whyAliveIsUnknown(set, fits);
        Optional<CrossSelling> crossSelling =
                Optional.ofNullable(set.categories()).flatMap(log -> CrossSelling.fit(log, set.asOf()));
        crossSelling.map(CrossSelling::statement).ifPresent(progress);
        return new TrainedModel(
                set.asOf(),
                codeVersion,
                horizonDays,
                TrainedModel.PURCHASE_MODEL,
                window(set),
                fits,
                churn,
                FitReservations.list(fits, churn, further, aliveUnknown),
                null,
                crossSelling.orElse(null),
                aliveUnknown,
                further);
    }

    private List<HorizonFit> fitFurther(TrainingSet set, Consumer<String> progress) {
        List<HorizonFit> further = new ArrayList<>();
        for (int days : furtherHorizons) {
            HorizonFit fit = new HorizonFit(days, new ChurnFitter(set.log(), days, purchaseModels, progress).fit());
            further.add(fit);
            progress.accept(fit.statement());
        }
        return further;
    }

    /** Why P(alive) cannot be told: a fit that says nobody ever stops cannot tell those who did; null where it can. */
    private static @Nullable String whyAliveIsUnknown(TrainingSet set, List<FitReport> fits) {
        FitReport fit = fits.stream()
                .filter(each -> each.model().equals(TrainedModel.PURCHASE_MODEL))
                .findFirst()
                .orElseThrow();
        PurchaseModel model =
                PurchaseModelFamily.get(TrainedModel.PURCHASE_MODEL).restore(fit.parameters());
        double[] least = {1};
        set.purchases().forEach((summary, customers) -> least[0] = Math.min(least[0], model.probabilityAlive(summary)));
        return least[0] < ALIVE_FOR_EVERYBODY
                ? null
                : "P(alive) cannot be told from this history and is not published: the fitted " + fit.model()
                        + " says that no customer stops.";
    }

    private static void requireModel(TrainingSet set, FitReport fit) {
        if (fit.parameters().isEmpty()) {
            throw new AttentionException("no model can be fitted from the purchases up to " + set.asOf() + ": "
                    + fit.statement() + " Land more history and train again: somebody must have bought on two days, and"
                    + " scores of use take some months of a hundred customers or more; the active model stays");
        }
    }

    private static DataWindow window(TrainingSet set) {
        return new DataWindow(
                set.firstPurchaseDay(),
                set.asOf(),
                set.purchases().customers(),
                set.purchases().repeatCustomers(),
                set.purchases().customers() + set.purchases().repeatPurchases(),
                set.log().size(),
                CustomerSample.SEED,
                null);
    }
}
