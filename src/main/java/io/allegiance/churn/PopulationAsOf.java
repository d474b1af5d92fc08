package io.allegiance.churn;

import io.allegiance.btyd.PurchaseModel;
import io.allegiance.btyd.PurchaseSummary;
import io.allegiance.calendar.OpenDays;
import io.allegiance.history.PurchaseGaps;
import io.allegiance.history.PurchaseHistory;
import java.time.LocalDate;

/** What all customers are looked at with: a date, the shop's open days, the purchase model, and the population's gaps. */
public final class PopulationAsOf {

    private final LocalDate date;
    private final OpenDays openDays;
    private final PurchaseModel purchases;
    private final int horizonDays;

    /* π of each silence up to the longest gap of the population; longer ones have that of the last. */
    private final double[] endsWithin;

    /**
     * @param date of the histories
     * @param openDays of the shop, as they are known at the date
     * @param purchases the purchase model
     * @param horizonDays H
     * @param gaps how long customers stay away
     */
    public PopulationAsOf(
            LocalDate date, OpenDays openDays, PurchaseModel purchases, int horizonDays, GapSurvival gaps) {
        this.date = date;
        this.openDays = openDays;
        this.purchases = purchases;
        this.horizonDays = horizonDays;
        this.endsWithin = new double[gaps.longest() + 1];
        for (int silence = 0; silence < endsWithin.length; silence++) {
            endsWithin[silence] = gaps.endsWithin(silence, horizonDays);
        }
    }

    /** The date of the histories. */
    public LocalDate date() {
        return date;
    }

    /** The shop's open days, as they are known at the date. */
    public OpenDays openDays() {
        return openDays;
    }

    /**
     * Looks at a customer.
     *
     * @throws IllegalArgumentException when the history has no purchase day or reaches beyond the date
     */
    public CustomerAsOf look(PurchaseHistory history) {
        PurchaseSummary summary = CustomerAsOf.summary(history, date, openDays);
        int silence = summary.daysSinceLastPurchase();
        return new CustomerAsOf(
                history,
                summary,
                silence,
                purchases.forecast(summary, horizonDays),
                RecentActivity.of(history.timing().recentDays(), silence),
                ownHazard(history.timing().gaps(), silence));
    }

    /**
     * The share of the customer's own gaps that ended within H days of such a silence, of those that lasted as long; drawn
     * towards the population's, as if two more gaps of the population had been among them:
     *
     * <pre>
     *   h = (B + 2 π) / (N + 2),   N = #(g &gt; R),   B = #(R &lt; g ≤ R + H),   π = 1 - S(R + H) / S(R)
     * </pre>
     *
     * with the customer's gaps g, the days R since the last purchase, and S of {@link GapSurvival}.
     */
    private double ownHazard(PurchaseGaps gaps, int silence) {
        int longer = gaps.countLonger(silence);
        int within = longer == 0 ? 0 : longer - gaps.countLonger(silence + horizonDays);
        return (within + 2 * endsWithin[Math.min(silence, endsWithin.length - 1)]) / (longer + 2);
    }
}
