package io.allegiance.report.benefit;

import io.allegiance.decimal.FixedPoint;
import io.allegiance.loyalty.LoyaltyScores;
import io.allegiance.report.figure.CustomerRow;
import io.allegiance.report.figure.ExactMean;
import io.allegiance.report.figure.Figure;
import io.allegiance.report.figure.Ratio;
import io.allegiance.report.figure.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The worth of a loyal customer. With n customers who have a loyalty score, the cut c is the least score above which at most
 * n / 5 of them have a score:
 *
 * <pre>
 *   c = min { s : 5 · #{ score &gt; s } ≤ n }
 *   loyal       score ≥ c: the top fifth, and all ties with its last
 *   first-time  one purchase day ever, in the 365 days that end on the date
 *   worth       mean spend_365 of the loyal / mean spend_365 of the first-time, each over those whose spend is known
 * </pre>
 *
 * Scores have two decimals, so counting them takes 10,001 counters for any number of customers.
 */
final class WorthOfLoyalty implements Benefit {

    private static final int SCORES = LoyaltyScores.HIGHEST + 1;
    private static final int FIFTHS = 5;
    private static final String NO_SCORE = "no customer has a loyalty score";
    private static final String NO_LOYAL = "no customer with a loyalty score has known spend";
    private static final String NO_FIRST = "nobody with known spend bought for the first time in the last 365 days";

    private static final String NOTHING_SPENT = "first-time customers spent nothing";

    private final long[] customers = new long[SCORES];
    private final List<ExactMean> spend =
            Stream.generate(ExactMean::new).limit(SCORES).toList();
    private final ExactMean firstTime = new ExactMean();
    private long scored;
    private long firstTimers;

    @Override
    public void addCustomer(CustomerRow row) {
        CustomerRow.Past past = row.past();
        if (past == null) {
            return;
        }
        int score = row.score().loyalty().loyalty();
        if (score != LoyaltyScores.UNKNOWN) {
            scored++;
            customers[score]++;
            addSpend(spend.get(score), past.spend365());
        }
        if (past.purchaseDays() == 1 && past.purchaseDays365() == 1) {
            firstTimers++;
            addSpend(firstTime, past.spend365());
        }
    }

    private static void addSpend(ExactMean mean, @Nullable Long known) {
        if (known != null) {
            mean.addValue(known);
        }
    }

    private int cut() {
        long above = 0;
        int score = SCORES - 1;
        while (score > 0 && FIFTHS * (above + customers[score]) <= scored) {
            above += customers[score];
            score--;
        }
        return score;
    }

    @Override
    public BenefitFigures figures() {
        int cut = cut();
        ExactMean loyal = new ExactMean();
        long loyalCustomers = 0;
        for (int score = cut; score < SCORES && scored > 0; score++) {
            loyal.addMean(spend.get(score));
            loyalCustomers += customers[score];
        }
        return toFigures(scored == 0 ? null : FixedPoint.decimal(cut, FixedPoint.SCORE), loyalCustomers, loyal);
    }

    private BenefitFigures toFigures(@Nullable BigDecimal cut, long loyalCustomers, ExactMean loyal) {
        return new BenefitFigures(
                "worth_of_loyalty",
                "They are worth more",
                Figure.of(
                        "worth",
                        "One loyal customer is worth {} first-time ones",
                        Unit.NUMBER,
                        worth(loyal),
                        explainMissingWorth(loyal)),
                "Mean spend in the last 365 days of loyal customers, divided by that of first-time ones. Loyal: a loyalty"
                        + " score at or above the least score above which at most a fifth of those with a score lie, so"
                        + " ties at that score belong to it. First-time: one purchase day ever, within the last 365 days."
                        + " Means are over customers whose spend is known.",
                List.of(
                        Figure.of(
                                "loyal_mean_spend",
                                "spend of a loyal customer",
                                Unit.MONEY,
                                loyal.of(FixedPoint.MONEY, FixedPoint.MONEY),
                                scored == 0 ? NO_SCORE : NO_LOYAL),
                        Figure.of(
                                "first_time_mean_spend",
                                "spend of a first-time customer",
                                Unit.MONEY,
                                firstTime.of(FixedPoint.MONEY, FixedPoint.MONEY),
                                NO_FIRST),
                        Figure.of("loyal_from", "loyalty score from", Unit.NUMBER, cut, NO_SCORE),
                        Figure.of(
                                "loyal_customers",
                                "loyal customers",
                                Unit.COUNT,
                                cut == null ? null : BigDecimal.valueOf(loyalCustomers),
                                NO_SCORE),
                        Figure.count("first_time_customers", "first-time customers", firstTimers)));
    }

    private String explainMissingWorth(ExactMean loyal) {
        if (loyal.count() == 0) {
            return scored == 0 ? NO_SCORE : NO_LOYAL;
        }
        return firstTime.count() == 0 ? NO_FIRST : NOTHING_SPENT;
    }

    /** (L / l) / (F / f) = L·f / (F·l), divided once. */
    private @Nullable BigDecimal worth(ExactMean loyal) {
        return Ratio.of(
                new BigDecimal(loyal.total()).multiply(BigDecimal.valueOf(firstTime.count())),
                new BigDecimal(firstTime.total()).multiply(BigDecimal.valueOf(loyal.count())),
                Ratio.SHARE);
    }
}
