package io.allegiance.churn;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;

/**
 * By how much the mean churn of a population is expected to differ from the purchase model's mean m, in logits: the mean churn
 * probability is σ(logit m + δ). It follows from how wrong the purchase model's mean was at past dates t:
 *
 * <pre>
 *   eₜ = logit(churn seen in (t, t + H]) - logit(the purchase model's mean at t)
 *   nₜ   the same over the 30 days that end at t, by the purchase model as of t - 30
 *   sₜ = the mean over t' = t - 360, t - 720 and t - 1080 days, as far as they are known, of e at t', or of logit(churn seen after t')
 *        less logit(the purchase model's mean at t), whichever told more of the past
 *   w  = 30 / H
 *   φ  = (0.105 + w Σ n e) / (0.3 + w Σ n²), within [0, 0.75]
 *   ψ  = w Σ s e / (0.05 + w Σ s²), within [0, 1]; 0 with fewer than six pairs
 *   δ  = ψ s + (1 - ψ) φ n, with s and n of the date itself
 * </pre>
 *
 * Past dates are 30 days apart, so 30 / H of each counts as new. The interval of the mean churn is logit(level) ± 1.28 σₑ,
 *
 * <pre>
 *   σₑ² = (2 · 0.2² + w Σ r²) / (2 + w k),   r = e - (ψ s + (1 - ψ) φ n) of each of the k past dates
 * </pre>
 *
 * @param horizonDays H
 * @param delta δ
 * @param phi φ
 * @param psi ψ
 * @param recent n of the date itself; null where there is not enough history
 * @param seasonal s of the date itself; null where there is not enough history
 * @param error σₑ
 * @param past what δ was learnt from, newest first
 */
public record ChurnLevel(
        int horizonDays,
        double delta,
        double phi,
        double psi,
        @Nullable Double recent,
        @Nullable Double seasonal,
        double error,
        List<Past> past) {

    /** ±1.28 standard deviations of a normal distribution hold 80 %. */
    public static final double NORMAL_80 = 1.28;

    private static final int STEP_DAYS = 30;
    private static final double MOST_PHI = 0.75;
    private static final int FEWEST_SEASONS = 6;

    public ChurnLevel {
        past = List.copyOf(past);
    }

    /**
     * A past date.
     *
     * @param date t
     * @param error e
     * @param recent n; null where there is not enough history before it
     * @param seasonal s; null where there is not enough history before it
     */
    public record Past(
            LocalDate date,
            double error,
            @Nullable Double recent,
            @Nullable Double seasonal) {}

    /** Learns φ, ψ and δ from past dates, newest first. */
    public static ChurnLevel of(int horizonDays, List<Past> past, @Nullable Double recent, @Nullable Double seasonal) {
        double w = (double) STEP_DAYS / horizonDays;
        double phi = clip(
                (0.105 + w * sum(past, p -> value(p.recent) * p.error))
                        / (0.3 + w * sum(past, p -> value(p.recent) * value(p.recent))),
                MOST_PHI);
        long seasons = past.stream().filter(p -> p.seasonal != null).count();
        double psi = seasons < FEWEST_SEASONS
                ? 0
                : clip(
                        w
                                * sum(past, p -> value(p.seasonal) * p.error)
                                / (0.05 + w * sum(past, p -> value(p.seasonal) * value(p.seasonal))),
                        1);
        double squares = sum(past, p -> square(p.error - expected(phi, psi, p.recent, p.seasonal)));
        double error = FastMath.sqrt((2 * 0.2 * 0.2 + w * squares) / (2 + w * past.size()));
        return new ChurnLevel(
                horizonDays, expected(phi, psi, recent, seasonal), phi, psi, recent, seasonal, error, past);
    }

    private static double expected(double phi, double psi, @Nullable Double recent, @Nullable Double seasonal) {
        double weight = seasonal == null ? 0 : psi;
        return weight * value(seasonal) + (1 - weight) * phi * value(recent);
    }

    private static double value(@Nullable Double known) {
        return Objects.requireNonNullElse(known, 0.0);
    }

    private static double square(double x) {
        return x * x;
    }

    private static double clip(double value, double most) {
        return Math.min(most, Math.max(0, value));
    }

    private static double sum(List<Past> past, ToDoubleFunction<Past> of) {
        double sum = 0;
        for (Past each : past) {
            sum += of.applyAsDouble(each);
        }
        return sum;
    }

    /** What the last 30 days add to δ, in logits: (1 - ψ) φ n, or φ n where s is null; 0 where n is null. */
    public double ofLast30Days() {
        return (1 - seasonalWeight()) * phi * value(recent);
    }

    /** What the same season of former years adds to δ, in logits: ψ s; 0 where s is null. */
    public double ofFormerYears() {
        return seasonalWeight() * value(seasonal);
    }

    private double seasonalWeight() {
        return seasonal == null ? 0 : psi;
    }

    /** The lower end of the interval around a mean churn in [0, 1]; the mean itself where it is 0 or 1. */
    public double lowerEnd(double mean) {
        return Logit.shifted(mean, -NORMAL_80 * error);
    }

    /** The upper end of the interval around a mean churn in [0, 1]; the mean itself where it is 0 or 1. */
    public double upperEnd(double mean) {
        return Logit.shifted(mean, NORMAL_80 * error);
    }
}
