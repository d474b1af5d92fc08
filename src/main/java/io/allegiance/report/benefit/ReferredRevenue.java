package io.allegiance.report.benefit;

import io.allegiance.decimal.ExactSum;
import io.allegiance.decimal.FixedPoint;
import io.allegiance.report.figure.CustomerRow;
import io.allegiance.report.figure.Figure;
import io.allegiance.report.figure.Ratio;
import io.allegiance.report.figure.Unit;
import java.math.BigDecimal;
import java.util.List;

/**
 * Word of mouth: they bring others. A customer counts once, however many referred him or her, where somebody did so on
 * or before the date and a purchase day is on or after the day of a referral: Σ spend of those, all of it that is
 * known, / Σ spend of all.
 */
final class ReferredRevenue implements Benefit {

    private static final String NO_REFERRAL = "nobody who was referred has bought, or no referrals are imported";

    private final ExactSum spend = new ExactSum();
    private final ExactSum referredSpend = new ExactSum();
    private long referred;

    @Override
    public void addCustomer(CustomerRow row) {
        CustomerRow.Past past = row.past();
        if (past == null) {
            return;
        }
        spend.addUnits(past.spend());
        if (past.referred()) {
            referred++;
            referredSpend.addUnits(past.spend());
        }
    }

    @Override
    public BenefitFigures figures() {
        boolean any = referred > 0;
        return new BenefitFigures(
                "referred_revenue",
                "They bring others",
                Figure.of(
                        "spend_share",
                        "Customers who were referred brought {} of all known spend",
                        Unit.SHARE,
                        any ? Ratio.share(referredSpend.total(), spend.total()) : null,
                        any ? "no spend is known" : NO_REFERRAL),
                "Known spend, from the first purchase day on, of customers whom somebody referred and who bought on the"
                        + " day of the referral or later, each counted once, divided by the known spend of all.",
                List.of(
                        Figure.of(
                                "referred_customers",
                                "referred customers who bought",
                                Unit.COUNT,
                                any ? BigDecimal.valueOf(referred) : null,
                                NO_REFERRAL),
                        Figure.of(
                                "spend",
                                "their spend",
                                Unit.MONEY,
                                any ? new BigDecimal(referredSpend.total(), FixedPoint.MONEY) : null,
                                NO_REFERRAL)));
    }
}
