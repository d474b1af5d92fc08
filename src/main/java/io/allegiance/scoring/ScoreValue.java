package io.allegiance.scoring;

import io.allegiance.decimal.FixedPoint;
import org.jspecify.annotations.Nullable;

/**
 * The expected value of a customer over the horizon of H days.
 *
 * @param expectedPurchases E[purchase days], in millionths, at least 0
 * @param money the same in money; null where the spend of a purchase day is unknown
 */
public record ScoreValue(long expectedPurchases, @Nullable Money money) {

    public ScoreValue {
        requireNotNegative("expected purchases", expectedPurchases);
    }

    /**
     * The money of a customer, in ten-thousandths of the reporting currency, each at least 0.
     *
     * @param expectedSpend E[M], for a purchase day
     * @param expectedValue what the horizon is expected to bring
     * @param valueAtRisk what churn would take of it
     */
    public record Money(long expectedSpend, long expectedValue, long valueAtRisk) {

        public Money {
            requireNotNegative("expected spend", expectedSpend);
            requireNotNegative("expected value", expectedValue);
            requireNotNegative("value at risk", valueAtRisk);
        }
    }

    /**
     * Keeps count, money and churn of one story. With n = E[N | N ≥ 1], the purchase model's expected purchase days of
     * a customer who comes at all:
     *
     * <pre>
     *     expected purchases = (1 - churn) · n
     *     expected value     = expected purchases · expected spend
     *     value at risk      = churn · n · expected spend
     * </pre>
     *
     * so that value and value at risk add up to n · spend. Each is rounded half to even from the exact product, none from
     * a rounded one.
     *
     * @param churn P(no purchase day in the next H days), 0..1
     * @param purchasesIfAny E[N | N ≥ 1] over H, at least 1
     * @param expectedSpend E[M] in the reporting currency; null where unknown
     * @throws IllegalArgumentException when an input is out of its range or a product does not fit 18 digits
     */
    public static ScoreValue of(double churn, double purchasesIfAny, @Nullable Double expectedSpend) {
        requireInputs(churn, purchasesIfAny);
        double expectedPurchases = (1 - churn) * purchasesIfAny;
        long count = FixedPoint.round(expectedPurchases, FixedPoint.COUNT);
        if (expectedSpend == null) {
            return new ScoreValue(count, null);
        }
        double spend = expectedSpend;
        return new ScoreValue(
                count,
                new Money(
                        FixedPoint.round(spend, FixedPoint.MONEY),
                        FixedPoint.round(expectedPurchases * spend, FixedPoint.MONEY),
                        FixedPoint.round(churn * purchasesIfAny * spend, FixedPoint.MONEY)));
    }

    private static void requireInputs(double churn, double purchasesIfAny) {
        if (!(churn >= 0 && churn <= 1)) {
            throw new IllegalArgumentException("churn must be in [0, 1]; was " + churn);
        }
        if (!(purchasesIfAny >= 1)) {
            throw new IllegalArgumentException(
                    "a customer who comes is expected at least once; was " + purchasesIfAny + " times");
        }
    }

    private static void requireNotNegative(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must not be negative; was " + value + " units");
        }
    }
}
