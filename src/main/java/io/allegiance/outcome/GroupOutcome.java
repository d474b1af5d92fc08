package io.allegiance.outcome;

import io.allegiance.churn.quality.LevelError;
import io.allegiance.churn.quality.Predictions;
import io.allegiance.churn.quality.Quality;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A group of customers of a publication, predicted and observed. Shares are in [0, 1]. All figures have 6 decimals, rounded half
 * to even.
 *
 * @param kind what the customers are grouped by
 * @param name the group
 * @param customers how many there are
 * @param churned those of them without a purchase day in the H days after the score date
 * @param meanChurn the mean of their churn probabilities; null without customers
 * @param observedChurn churned / customers; null with fewer than {@value #LEAST} customers, and so are the next three
 * @param logLoss of {@link Quality}, in nats
 * @param calibrationError of {@link Quality}; null but for all customers together
 * @param levelError of {@link LevelError}, in logits; null but for all customers together, or where all churned, or none
 */
public record GroupOutcome(
        GroupKind kind,
        String name,
        long customers,
        long churned,
        @Nullable BigDecimal meanChurn,
        @Nullable BigDecimal observedChurn,
        @Nullable BigDecimal logLoss,
        @Nullable BigDecimal calibrationError,
        @Nullable BigDecimal levelError) {

    /** With fewer customers the observed share says more about chance than about the model. */
    static final int LEAST = 30;

    /** By kind, then in the order of their names. */
    static final Comparator<GroupOutcome> ORDER = Comparator.comparing(GroupOutcome::kind)
            .thenComparingInt(group -> group.kind().placeOf(group.name()))
            .thenComparing(GroupOutcome::name);

    private static final int DIGITS = 6;

    /** All customers of a publication without figures. */
    static GroupOutcome nobody() {
        return new GroupOutcome(GroupKind.ALL, GroupKind.ALL.name(), 0, 0, null, null, null, null, null);
    }

    /**
     * Compares a group.
     *
     * @throws IllegalArgumentException when there are no predictions
     */
    static GroupOutcome of(GroupKind kind, String name, Predictions predictions) {
        Quality quality = Quality.of(predictions);
        boolean enough = quality.customers() >= LEAST;
        boolean whole = enough && kind == GroupKind.ALL;
        BigDecimal levelError = null;
        if (whole) {
            OptionalDouble error = LevelError.find(quality.meanChurn(), quality.observedChurn());
            levelError = error.isPresent() ? rounded(error.getAsDouble()) : null;
        }
        return new GroupOutcome(
                kind,
                name,
                quality.customers(),
                Math.round(quality.observedChurn() * quality.customers()),
                rounded(quality.meanChurn()),
                enough ? rounded(quality.observedChurn()) : null,
                enough ? rounded(quality.logLoss()) : null,
                whole ? rounded(quality.calibrationError()) : null,
                levelError);
    }

    private static BigDecimal rounded(double figure) {
        return BigDecimal.valueOf(figure).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }
}
