package io.allegiance.btyd;

import java.util.Map;
import org.hipparchus.random.RandomDataGenerator;

/**
 * A fitted model of when customers buy and when they stop for good.
 *
 * <p>Horizons are H ≥ 1 days after the date of the summary. All results are finite; probabilities are in [0, 1].
 */
public interface PurchaseModel {

    /** The model's name in the field's words, such as {@code MBG/NBD}. */
    String name();

    /** The parameters under the papers' symbols, in the papers' order; unmodifiable. */
    Map<String, Double> parameters();

    /**
     * Returns all forecasts for a customer; the posterior is computed once.
     *
     * @throws IllegalArgumentException when the horizon is not positive
     */
    PurchaseForecast forecast(PurchaseSummary summary, int horizonDays);

    /** P(alive | x, t_x, T), the belief that the customer has not stopped for good; never observable. */
    double probabilityAlive(PurchaseSummary summary);

    /**
     * P(no purchase day in (T, T + H] | x, t_x, T); observable, so it can be checked.
     *
     * @throws IllegalArgumentException when horizonDays is less than 1
     */
    double churnProbability(PurchaseSummary summary, int horizonDays);

    /**
     * ln(churn / (1 - churn)) of {@link #churnProbability}, finite even where churn rounds to 1.
     *
     * @throws IllegalArgumentException when horizonDays is less than 1
     */
    double churnLogit(PurchaseSummary summary, int horizonDays);

    /**
     * E[N], the expected purchase days in (T, T + H].
     *
     * @throws IllegalArgumentException when horizonDays is less than 1
     */
    double expectedPurchases(PurchaseSummary summary, int horizonDays);

    /**
     * E[N | N ≥ 1], the expected purchase days in (T, T + H] of a customer who buys at all; at least 1.
     *
     * @throws IllegalArgumentException when horizonDays is less than 1
     */
    double expectedPurchasesGivenAny(PurchaseSummary summary, int horizonDays);

    /**
     * Simulates a customer drawn from the population, from the first purchase on, which is day 0: the days of the repeat
     * purchases in [1, days], ascending, purchases of a day merged into one. Takes time in proportion to the purchases.
     *
     * @param days length of the observation period, at least 0
     * @param random the random source; the same state gives the same days
     */
    int[] simulateRepeatPurchaseDays(int days, RandomDataGenerator random);
}
