package io.allegiance.churn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hipparchus.util.FastMath;

/**
 * How rankings did against the purchase model on past cut-offs whose outcomes they had not seen. At each of the newest cut-offs a
 * ranking is fitted to the cut-offs whose outcomes were known then, set to the purchase model's mean, and compared with the purchase
 * model customer by customer. Two forms are tried, as they are and averaged with the purchase model: one that yields to the
 * purchase model for rare customers ({@link RankingSupport}), and one that does not.
 *
 * @param cutOffs on how many cut-offs
 * @param customers the customers compared, of all of them
 * @param yielding the gain over the purchase model of the form that yields
 * @param unyielding the gain of the other form
 * @param unyieldingOverYielding the gain of the latter over the former
 * @param yieldingAveraged the gain over the purchase model of the average of the form that yields and the purchase model
 * @param unyieldingAveraged the same of the other form
 */
public record RankingTrial(
        int cutOffs,
        int customers,
        Gain yielding,
        Gain unyielding,
        Gain unyieldingOverYielding,
        Gain yieldingAveraged,
        Gain unyieldingAveraged) {

    private static final double AVERAGED = 0.5;
    private static final int MOST_CUT_OFFS = 3;
    private static final int MOST_CUSTOMERS = 10_000;

    /** With fewer customers a cut-off, a form that does not yield is not tried. */
    private static final int FEW_CUSTOMERS = 500;

    /**
     * By how much a mean log loss is less than another.
     *
     * @param mean above 0 where it is less
     * @param noise the standard error of the mean over the customers of one cut-off; several cut-offs have the same customers
     */
    public record Gain(double mean, double noise) {

        static final Gain NONE = new Gain(0, 0);

        /** Returns whether it is more than its noise. */
        public boolean isReal() {
            return mean > noise;
        }

        /** Returns whether it is a loss of more than the noise. */
        public boolean isLoss() {
            return mean < -noise;
        }

        static Gain of(double[] losses, double[] lesser) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < losses.length; i++) {
                double gain = losses[i] - lesser[i];
                sum += gain;
                squares += gain * gain;
            }
            double mean = sum / losses.length;
            double variance = Math.max(0, squares / losses.length - mean * mean);
            return new Gain(mean, FastMath.sqrt(variance / losses.length));
        }

        static Gain mean(List<Gain> gains) {
            return new Gain(
                    gains.stream().mapToDouble(Gain::mean).average().orElse(0),
                    gains.stream().mapToDouble(Gain::noise).average().orElse(0));
        }
    }

    /** The gains on one cut-off. */
    private record Tried(int customers, List<Gain> gains) {}

    /**
     * Returns the form and the weight of a fitted ranking that these gains speak for: alone where its gain is real, else averaged with
     * the purchase model; the purchase model alone where even the average is a loss of more than its noise.
     */
    public ChurnModel choose(ChurnModel fitted) {
        ChurnModel form = unyieldingOverYielding.isReal() ? fitted.withoutSupport() : fitted;
        if (gainOfForm().isReal()) {
            return form;
        }
        return form.withWeight(gainOfAverage().isLoss() ? 0 : AVERAGED);
    }

    /** The gain over the purchase model of the form that {@link #choose} takes. */
    public Gain gainOfForm() {
        return unyieldingOverYielding.isReal() ? unyielding : yielding;
    }

    /** The gain over the purchase model of the average of that form and the purchase model. */
    public Gain gainOfAverage() {
        return unyieldingOverYielding.isReal() ? unyieldingAveraged : yieldingAveraged;
    }

    /** Tries rankings; empty where at no cut-off the outcome of another one was known. */
    public static Optional<RankingTrial> find(TrainingRows rows) {
        List<Tried> tried = new ArrayList<>();
        for (int cutOff = 0; cutOff < rows.cutOffs() && tried.size() < MOST_CUT_OFFS; cutOff++) {
            int oneIn = 1 + (rows.end(cutOff) - rows.start(cutOff)) / MOST_CUSTOMERS;
            TrainingRows before = rows.knownOn(rows.date(cutOff), oneIn);
            if (before.cutOffs() > 0) {
                tried.add(compare(
                        ChurnModel.fit(before), rows.only(cutOff, oneIn), rows.end(cutOff) - rows.start(cutOff)));
            }
        }
        return tried.isEmpty() ? Optional.empty() : Optional.of(of(tried));
    }

    private static RankingTrial of(List<Tried> tried) {
        Function<Integer, Gain> mean =
                i -> Gain.mean(tried.stream().map(each -> each.gains().get(i)).toList());
        return new RankingTrial(
                tried.size(),
                tried.stream().mapToInt(Tried::customers).sum(),
                mean.apply(0),
                mean.apply(1),
                mean.apply(2),
                mean.apply(3),
                mean.apply(4));
    }

    private static Tried compare(ChurnModel fitted, TrainingRows now, int customers) {
        ChurnModel free = customers < FEW_CUSTOMERS ? fitted : fitted.withoutSupport();
        double[] alone = losses(ChurnModel.PURCHASE_MODEL_ALONE, now);
        double[] yields = losses(fitted, now);
        double[] not = losses(free, now);
        return new Tried(
                now.size(),
                List.of(
                        Gain.of(alone, yields),
                        Gain.of(alone, not),
                        Gain.of(yields, not),
                        Gain.of(alone, losses(fitted.withWeight(AVERAGED), now)),
                        Gain.of(alone, losses(free.withWeight(AVERAGED), now))));
    }

    private static double[] losses(ChurnModel model, TrainingRows now) {
        ChurnRanking ranking = new ChurnRanking(model);
        double level = now.level(ranking);
        double[] losses = new double[now.size()];
        for (int row = 0; row < losses.length; row++) {
            double z = ranking.logit(now.row(row)) + level;
            losses[row] = Logit.softplus(now.churned(row) ? -z : z);
        }
        return losses;
    }
}
