package io.allegiance.training;

import io.allegiance.btyd.FitReport;
import io.allegiance.btyd.GammaGamma;
import io.allegiance.btyd.MbgNbd;
import io.allegiance.btyd.PurchaseModel;
import io.allegiance.btyd.PurchaseModelFamily;
import io.allegiance.churn.ChurnRanking;
import io.allegiance.churn.quality.Quality;
import io.allegiance.crossselling.CategoryProposer;
import io.allegiance.crossselling.ProposalMethod;
import io.allegiance.scoring.ScoringModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A trained model as it is stored: everything needed to repeat its predictions and to judge it.
 *
 * @param asOf the last day of its data; a night of an earlier date never uses it
 * @param codeVersion of the program that fitted it
 * @param horizonDays H
 * @param purchaseModel the purchase model that sets the level of the churn probability
 * @param data what it was fitted from
 * @param fits how each of its models came out, the purchase models first
 * @param churn how the churn model came out
 * @param fallbacks what it had to fall back on, a sentence each; empty for a model without reservation
 * @param backtest the quality of models made this way at past cut-offs; null before it is known, or without such a date
 * @param crossSelling the model of the next best category; null where no two categories were bought
 *     together often enough
 * @param aliveUnknown why P(alive) cannot be told from this history; null where it can
 * @param further the churn model over each further horizon, the shortest first; empty without one, and in models of earlier versions
 */
public record TrainedModel(
        LocalDate asOf,
        String codeVersion,
        int horizonDays,
        String purchaseModel,
        DataWindow data,
        List<FitReport> fits,
        ChurnFit churn,
        List<String> fallbacks,
        @Nullable BacktestReport backtest,
        @Nullable CrossSelling crossSelling,
        @Nullable String aliveUnknown,
        List<HorizonFit> further) {

    /** The model that sets the level of churn probabilities, and gives P(alive). */
    public static final String PURCHASE_MODEL = MbgNbd.NAME;

    private static final int LONGEST_NOTE = 1024;

    public TrainedModel {
        // The documents of earlier versions know the purchase model alone.
        purchaseModel = Objects.requireNonNullElse(purchaseModel, PURCHASE_MODEL);
        churn = Objects.requireNonNullElse(churn, ChurnFit.OF_AN_EARLIER_VERSION);
        fits = List.copyOf(fits);
        fallbacks = List.copyOf(Objects.requireNonNullElse(fallbacks, List.of()));
        further = List.copyOf(Objects.requireNonNullElse(further, List.of()));
    }

    /** The same with what its backtest gave. */
    public TrainedModel withBacktest(BacktestReport report) {
        return new TrainedModel(
                asOf,
                codeVersion,
                horizonDays,
                purchaseModel,
                data,
                fits,
                churn,
                withReservation(report),
                report,
                crossSelling,
                aliveUnknown,
                further);
    }

    /** The same with the lines that its data lack; null for none. */
    public TrainedModel withLeftOut(@Nullable LeftOut leftOut) {
        return new TrainedModel(
                asOf,
                codeVersion,
                horizonDays,
                purchaseModel,
                data.withLeftOut(leftOut),
                fits,
                churn,
                fallbacks,
                backtest,
                crossSelling,
                aliveUnknown,
                further);
    }

    private List<String> withReservation(BacktestReport report) {
        Quality product = report.product().mean();
        Double constant = report.constantLogLoss();
        if (product == null || constant == null || product.logLoss() < constant) {
            return fallbacks;
        }
        String reservation = String.format(
                Locale.ROOT,
                "On past dates its churn probabilities were no better than the past churn rate for everybody: log loss %.4f,"
                        + " and %.4f with the rate.",
                product.logLoss(),
                constant);
        return Stream.concat(fallbacks.stream(), Stream.of(reservation)).toList();
    }

    /** The same model with the backtest of its next best category; unchanged where it has no such model. */
    public TrainedModel withNextCategoryBacktest(NextCategoryBacktest report) {
        CrossSelling judged = crossSelling == null ? null : crossSelling.withBacktest(report);
        return new TrainedModel(
                asOf,
                codeVersion,
                horizonDays,
                purchaseModel,
                data,
                fits,
                churn,
                fallbacks,
                backtest,
                judged,
                aliveUnknown,
                further);
    }

    /**
     * Finds the note for readers of its scores: its reservations, at most {@value #LONGEST_NOTE} characters.
     */
    public Optional<String> findNote() {
        if (fallbacks.isEmpty()) {
            return Optional.empty();
        }
        String note = String.join(" ", fallbacks);
        return Optional.of(note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE));
    }

    /**
     * Returns the model as scoring uses it.
     *
     * @param nextCategory how the next category is proposed
     */
    public ScoringModel toScoringModel(String version, ProposalMethod nextCategory) {
        PurchaseModel purchases = PurchaseModelFamily.get(purchaseModel)
                .restore(find(purchaseModel).orElseThrow().parameters());
        CategoryProposer categories = crossSelling == null ? null : crossSelling.toProposer(nextCategory);
        return new ScoringModel(
                version,
                purchases,
                new ChurnRanking(churn.model()),
                churn.gaps(),
                churn.delta(),
                churn.purchaseFactor(),
                aliveUnknown == null,
                spend(),
                horizonDays,
                categories,
                further.stream().map(HorizonFit::toHorizonModel).toList());
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
}
