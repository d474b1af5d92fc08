package io.allegiance.churn;

import io.allegiance.btyd.PurchaseSummary;
import io.allegiance.churn.Feature.Scale;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.purchase.Money;
import io.allegiance.purchase.Quantity;
import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * The features of the churn ranking, all of them, in their order. Each is a function of one customer's history as of a date
 * and of the purchase model, so training and nights compute them with the same code from the same histories.
 *
 * <p>In the regression a missing value counts as the average of the customers who have one. In the trees it goes, at each split, to
 * the side where the missing values gain most.
 */
public final class FeatureCatalogue {

    /** The name of the feature that is P(alive). */
    public static final String PROBABILITY_ALIVE = "probability_alive";

    private static final String NEVER = "never missing";
    private static final double LEAST_HAZARD = 1e-4;

    /** The features in the order of a ranking's terms. */
    public static final List<Feature> ALL = List.of(
            new Feature(
                    "model_logit",
                    "logit",
                    "ln(churn / (1 - churn)) of the purchase model over H days",
                    NEVER,
                    Scale.PLAIN,
                    CustomerAsOf::modelLogit),
            new Feature(
                    PROBABILITY_ALIVE,
                    "probability",
                    "P(alive) of the purchase model",
                    NEVER,
                    Scale.PLAIN,
                    CustomerAsOf::probabilityAlive),
            new Feature(
                    "purchase_days_90",
                    "days",
                    "purchase days in the 90 days that end on the date",
                    NEVER,
                    Scale.LOGARITHM,
                    customer -> customer.recent().purchaseDays90()),
            new Feature(
                    "purchase_days_365",
                    "days",
                    "purchase days in the 365 days that end on the date",
                    NEVER,
                    Scale.LOGARITHM,
                    customer -> customer.recent().purchaseDays365()),
            new Feature(
                    "days_since_last_purchase",
                    "days",
                    "days from the last purchase day to the date",
                    NEVER,
                    Scale.LOGARITHM,
                    CustomerAsOf::daysSinceLastPurchase),
            new Feature(
                    "overdue",
                    "ratio",
                    "days since the last purchase / mean gap",
                    NEVER,
                    Scale.LOGARITHM,
                    customer -> customer.daysSinceLastPurchase() / meanGap(customer)),
            new Feature(
                    "mean_gap",
                    "days",
                    "t_x / x, the mean gap between one purchase day and the next; T, at least 1, for a one-time buyer",
                    NEVER,
                    Scale.LOGARITHM,
                    FeatureCatalogue::meanGap),
            new Feature(
                    "gap_variation",
                    "ratio",
                    "standard deviation of the gaps / their mean, over x gaps",
                    "missing with fewer than two gaps",
                    Scale.PLAIN,
                    FeatureCatalogue::gapVariation),
            new Feature(
                    "repeat_purchases",
                    "days",
                    "x, the purchase days after the first",
                    NEVER,
                    Scale.LOGARITHM,
                    customer -> customer.summary().repeatPurchases()),
            new Feature(
                    "mean_spend",
                    "reporting currency",
                    "mean spend of the purchase days whose spend is known",
                    "missing where no spend is known",
                    Scale.LOGARITHM,
                    FeatureCatalogue::meanSpend),
            new Feature(
                    "mean_quantity",
                    "pieces",
                    "mean quantity of the purchase days whose quantity is known",
                    "missing where no quantity is known",
                    Scale.LOGARITHM,
                    FeatureCatalogue::meanQuantity),
            new Feature(
                    "purchase_days_30",
                    "days",
                    "purchase days in the 30 days that end on the date",
                    NEVER,
                    Scale.LOGARITHM,
                    customer -> customer.recent().purchaseDays30()),
            new Feature(
                    "active_months_12",
                    "blocks of 30 days",
                    "how many of the last twelve blocks of 30 days hold a purchase day",
                    NEVER,
                    Scale.LOGARITHM,
                    customer -> customer.recent().activeMonths12()),
            new Feature(
                    "recent_30",
                    "days",
                    "sum over the purchase days of 0.5^(age in days / 30)",
                    NEVER,
                    Scale.LOGARITHM,
                    customer -> customer.recent().decayed30()),
            new Feature(
                    "recent_90",
                    "days",
                    "sum over the purchase days of 0.5^(age in days / 90)",
                    NEVER,
                    Scale.LOGARITHM,
                    customer -> customer.recent().decayed90()),
            new Feature(
                    "age",
                    "days",
                    "T, the days from the first purchase day to the date",
                    NEVER,
                    Scale.LOGARITHM,
                    customer -> customer.summary().ageDays()),
            new Feature(
                    "own_hazard",
                    "logit",
                    "-ln(h / (1 - h)), h the share of the customer's gaps longer than the silence that ended within H days of it,"
                            + " with two gaps of the population among them",
                    NEVER,
                    Scale.PLAIN,
                    FeatureCatalogue::ownHazard));

    /** The place of the purchase model's logit. */
    static final int MODEL_LOGIT = 0;

    private static final List<String> NAMES = ALL.stream().map(Feature::name).toList();

    private static final int REPEAT_PURCHASES = NAMES.indexOf("repeat_purchases");

    /** How many of them the models of before {@code purchase_days_30} have: the first. */
    static final int OF_FIRST_MODELS = 11;

    private FeatureCatalogue() {}

    /** The names of the features, in their order. */
    static List<String> names() {
        return NAMES;
    }

    /* A one-time buyer's first gap has lasted for T days already and is at least that long. */
    private static double meanGap(CustomerAsOf customer) {
        PurchaseSummary summary = customer.summary();
        int gaps = summary.repeatPurchases();
        return gaps == 0 ? Math.max(1, summary.ageDays()) : (double) summary.lastPurchaseAgeDays() / gaps;
    }

    private static double gapVariation(CustomerAsOf customer) {
        int gaps = customer.summary().repeatPurchases();
        if (gaps < 2) {
            return Double.NaN;
        }
        double mean = meanGap(customer);
        double variance = (double) customer.history().gapSquares() / gaps - mean * mean;
        return FastMath.sqrt(Math.max(0, variance)) / mean;
    }

    /** The repeat purchases x in a customer's values on the features' scales. */
    static int repeatPurchases(double[] scaled) {
        return (int) FastMath.rint(FastMath.expm1(scaled[REPEAT_PURCHASES]));
    }

    private static double ownHazard(CustomerAsOf customer) {
        double hazard = Math.min(1 - LEAST_HAZARD, Math.max(LEAST_HAZARD, customer.ownHazard()));
        return -FastMath.log(hazard / (1 - hazard));
    }

    private static double meanSpend(CustomerAsOf customer) {
        PurchaseHistory.Spend spend = customer.history().spend();
        return spend.days() == 0 ? Double.NaN : (double) spend.total() / Money.UNITS / spend.days();
    }

    private static double meanQuantity(CustomerAsOf customer) {
        PurchaseHistory.Bought bought = customer.history().quantity();
        return bought.days() == 0 ? Double.NaN : (double) bought.total() / Quantity.UNITS / bought.days();
    }
}
