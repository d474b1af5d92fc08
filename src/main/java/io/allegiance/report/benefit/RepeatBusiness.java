package io.allegiance.report.benefit;

import io.allegiance.decimal.ExactSum;
import io.allegiance.report.figure.CustomerRow;
import io.allegiance.report.figure.Figure;
import io.allegiance.report.figure.Ratio;
import io.allegiance.report.figure.Unit;
import java.util.List;

/**
 * Repeat business: they come back. Over the 365 days that end on the date, with R the customers of two or more purchase days
 * ever:
 *
 * <pre>
 *   revenue share        Σ_R spend_365 / Σ spend_365
 *   purchase day share   Σ_R purchase_days_365 / Σ purchase_days_365
 * </pre>
 *
 * Customers of whose purchase days in that time one has unknown spend are left out of the revenue, and counted.
 */
final class RepeatBusiness implements Benefit {

    private static final String NO_DAYS = "nobody bought anything in the last 365 days";
    private static final String NO_SPEND = "no customer's spend in the last 365 days is known and above 0";

    private final ExactSum revenue = new ExactSum();
    private final ExactSum repeatRevenue = new ExactSum();
    private long days;
    private long repeatDays;
    private long repeatCustomers;
    private long unknown;

    @Override
    public void addCustomer(CustomerRow row) {
        CustomerRow.Past past = row.past();
        if (past == null) {
            return;
        }
        boolean repeat = past.purchaseDays() >= 2;
        days += past.purchaseDays365();
        repeatDays += repeat ? past.purchaseDays365() : 0;
        repeatCustomers += repeat ? 1 : 0;
        Long spend = past.spend365();
        if (spend == null) {
            unknown++;
            return;
        }
        revenue.addUnits(spend);
        repeatRevenue.addUnits(repeat ? spend : 0);
    }

    @Override
    public BenefitFigures figures() {
        return new BenefitFigures(
                "repeat_business",
                "They come back",
                Figure.of(
                        "revenue_share",
                        "Repeat customers bring {} of the revenue",
                        Unit.SHARE,
                        Ratio.share(repeatRevenue.total(), revenue.total()),
                        NO_SPEND),
                "Spend of the last 365 days of customers with two or more purchase days ever, divided by that of all"
                        + " customers; purchase days likewise. Customers with a purchase day of unknown spend in that"
                        + " time are left out of the revenue.",
                List.of(
                        Figure.of(
                                "purchase_day_share",
                                "their share of purchase days",
                                Unit.SHARE,
                                Ratio.share(repeatDays, days),
                                NO_DAYS),
                        Figure.count("repeat_customers", "repeat customers", repeatCustomers),
                        Figure.count("unknown_spend", "customers left out of the revenue", unknown)));
    }
}
