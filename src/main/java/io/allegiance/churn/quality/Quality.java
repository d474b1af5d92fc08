package io.allegiance.churn.quality;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;

/**
 * How good predictions were. With the churn probability pᵢ of customer i, yᵢ = 1 for one who churned and 0 for one who came
 * back, nᵢ purchase days in the horizon and mᵢ expected ones:
 *
 * <pre>
 *   log loss            mean of -ln pᵢ where yᵢ = 1, -ln(1 - pᵢ) where yᵢ = 0; pᵢ clipped to [10⁻¹⁵, 1 - 10⁻¹⁵]
 *   Brier score         mean of (pᵢ - yᵢ)²
 *   AUC                 the share of pairs of a churned and a returned customer in which the churned one has the greater
 *                       probability; equals count half
 *   calibration error   Σ share of customers · |mean pᵢ - mean yᵢ| over {@link ReliabilityBin}s
 * </pre>
 *
 * All figures are finite; less is better but for AUC.
 *
 * @param customers how many predictions there are
 * @param logLoss in nats
 * @param brier in [0, 1]
 * @param auc in [0, 1]; null where all customers churned, or none
 * @param calibrationError in [0, 1]
 * @param meanChurn mean pᵢ
 * @param observedChurn mean yᵢ
 * @param purchasesMae mean of |mᵢ - nᵢ|, in purchase days
 * @param purchasesBias mean mᵢ - mean nᵢ, in purchase days
 */
public record Quality(
        long customers,
        double logLoss,
        double brier,
        @Nullable Double auc,
        double calibrationError,
        double meanChurn,
        double observedChurn,
        double purchasesMae,
        double purchasesBias) {

    private static final double LEAST = 1e-15;

    /**
     * The quality of some predictions.
     *
     * @throws IllegalArgumentException when there are none
     */
    public static Quality of(Predictions predictions) {
        int size = predictions.size();
        if (size == 0) {
            throw new IllegalArgumentException("quality is not defined without predictions");
        }
        double logLoss = 0;
        double brier = 0;
        double churn = 0;
        long churned = 0;
        double absolute = 0;
        double difference = 0;
        for (int i = 0; i < size; i++) {
            double probability = predictions.churn(i);
            double outcome = predictions.churned(i) ? 1 : 0;
            double error = predictions.expectedPurchases(i) - predictions.purchaseDays(i);
            logLoss -= logLikelihood(probability, predictions.churned(i));
            brier += (probability - outcome) * (probability - outcome);
            churn += probability;
            churned += predictions.churned(i) ? 1 : 0;
            absolute += Math.abs(error);
            difference += error;
        }
        return new Quality(
                size,
                logLoss / size,
                brier / size,
                auc(predictions),
                calibrationError(predictions),
                churn / size,
                (double) churned / size,
                absolute / size,
                difference / size);
    }

    /**
     * The mean of each figure, every lot counting the same however many customers it has; of the customers the sum. The
     * AUC is null where one of them is.
     *
     * @throws IllegalArgumentException when there are none
     */
    public static Quality mean(List<Quality> lots) {
        return new Quality(
                lots.stream().mapToLong(Quality::customers).sum(),
                mean(lots, Quality::logLoss),
                mean(lots, Quality::brier),
                meanAuc(lots),
                mean(lots, Quality::calibrationError),
                mean(lots, Quality::meanChurn),
                mean(lots, Quality::observedChurn),
                mean(lots, Quality::purchasesMae),
                mean(lots, Quality::purchasesBias));
    }

    private static double mean(List<Quality> lots, ToDoubleFunction<Quality> figure) {
        return lots.stream()
                .mapToDouble(figure)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("there is no mean of nothing"));
    }

    private static @Nullable Double meanAuc(List<Quality> lots) {
        return lots.stream().anyMatch(lot -> lot.auc == null)
                ? null
                : mean(lots, lot -> Objects.requireNonNull(lot.auc));
    }

    private static double logLikelihood(double probability, boolean churned) {
        double ofOutcome = churned ? probability : 1 - probability;
        return FastMath.log(Math.min(1 - LEAST, Math.max(LEAST, ofOutcome)));
    }

    private static double calibrationError(Predictions predictions) {
        return ReliabilityBin.of(predictions).stream()
                        .mapToDouble(ReliabilityBin::gap)
                        .sum()
                / predictions.size();
    }

    /* Walks up both sorted lists at once, counting for each churned customer the others below, twice, and the equal. */
    private static @Nullable Double auc(Predictions predictions) {
        double[] churned = predictions.sortedChurn(true);
        double[] returned = predictions.sortedChurn(false);
        if (churned.length == 0 || returned.length == 0) {
            return null;
        }
        long halves = 0;
        int below = 0;
        int upTo = 0;
        for (double probability : churned) {
            while (below < returned.length && returned[below] < probability) {
                below++;
            }
            while (upTo < returned.length && returned[upTo] <= probability) {
                upTo++;
            }
            halves += below + (long) upTo;
        }
        return halves / 2.0 / churned.length / returned.length;
    }
}
