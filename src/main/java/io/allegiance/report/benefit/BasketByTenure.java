package io.allegiance.report.benefit;

import io.allegiance.decimal.FixedPoint;
import io.allegiance.report.figure.CustomerRow;
import io.allegiance.report.figure.Figure;
import io.allegiance.report.figure.Unit;
import java.time.LocalDate;
import java.util.List;

/**
 * Greater volume: they buy more at a time the longer they stay. For the customers of each {@link Tenure}, Σ spend /
 * Σ spend_days: the mean spend of a purchase day whose spend is known, each day counting the same.
 */
final class BasketByTenure implements Benefit {

    private static final String NO_DAYS = "no purchase day has known spend";

    private final ByTenure tenures = new ByTenure();
    private final LocalDate date;

    BasketByTenure(LocalDate date) {
        this.date = date;
    }

    @Override
    public void addCustomer(CustomerRow row) {
        CustomerRow.Past past = row.past();
        if (past != null && past.firstPurchaseDay() != null && past.spendDays() > 0) {
            tenures.addValues(Tenure.of(past.firstPurchaseDay(), date), past.spend(), past.spendDays());
        }
    }

    @Override
    public BenefitFigures figures() {
        Figure mean = Figure.of(
                "mean_spend",
                "A purchase day brings {} on average",
                Unit.MONEY,
                tenures.all().of(FixedPoint.MONEY, FixedPoint.MONEY),
                NO_DAYS);
        return new BenefitFigures(
                "basket_by_tenure",
                "They buy more at a time",
                mean,
                "Spend divided by purchase days, over all purchase days with known spend, of the customers of each tenure:"
                        + " days from the first purchase day to the business date.",
                List.of(),
                ByTenure.GROUPED_BY,
                tenures.groups(
                        Figure.of(mean.name(), "spend of a purchase day", Unit.MONEY, mean.value(), NO_DAYS),
                        FixedPoint.MONEY,
                        FixedPoint.MONEY));
    }
}
