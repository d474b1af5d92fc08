package io.allegiance.loyalty;

/** The scale from measurements to scores. */
final class ScoreScale {

    private static final double HUNDRED = 100;

    private ScoreScale() {}

    /**
     * 100 · m / (m + typical): 0 for nothing, 50 for what is typical, towards 100 without limit. Twice the typical
     * scores 66.7, half of it 33.3.
     *
     * @param measured m, at least 0
     * @param typical above 0
     */
    static double against(double measured, double typical) {
        return HUNDRED * measured / (measured + typical);
    }

    /**
     * A share as a score, shrunk towards the population's: 100 · (successes + weight · typical) / (trials + weight),
     * the mean of a Beta-Binomial posterior.
     *
     * @param typical the population's share, 0..1
     * @param weight how many trials the population's share counts like
     */
    static double share(int successes, int trials, double typical, double weight) {
        return HUNDRED * (successes + weight * typical) / (trials + weight);
    }
}
