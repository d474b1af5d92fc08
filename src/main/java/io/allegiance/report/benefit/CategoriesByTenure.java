package io.allegiance.report.benefit;

import io.allegiance.report.figure.CustomerRow;
import io.allegiance.report.figure.Figure;
import io.allegiance.report.figure.Ratio;
import io.allegiance.report.figure.Unit;
import java.time.LocalDate;
import java.util.List;

/**
 * Cross-selling: they buy across the shop the longer they stay. For the customers of each {@link Tenure} who bought from at
 * least one known category, Σ categories / customers.
 */
final class CategoriesByTenure implements Benefit {

    private static final String NO_CATEGORY = "no line has a category that is a product";

    private final ByTenure tenures = new ByTenure();
    private final LocalDate date;

    CategoriesByTenure(LocalDate date) {
        this.date = date;
    }

    @Override
    public void addCustomer(CustomerRow row) {
        CustomerRow.Past past = row.past();
        if (past != null && past.firstPurchaseDay() != null && past.categories() > 0) {
            tenures.addValues(Tenure.of(past.firstPurchaseDay(), date), past.categories(), 1);
        }
    }

    @Override
    public BenefitFigures figures() {
        Figure mean = Figure.of(
                "mean_categories",
                "A customer buys from {} categories on average",
                Unit.NUMBER,
                tenures.all().of(0, Ratio.SHARE),
                NO_CATEGORY);
        return new BenefitFigures(
                "categories_by_tenure",
                "They buy across the shop",
                mean,
                "Categories that a customer ever bought from, on average over the customers of each tenure who bought from"
                        + " at least one. Categories that are configured to be no products do not count.",
                List.of(),
                ByTenure.GROUPED_BY,
                tenures.groups(
                        Figure.of(mean.name(), "categories of a customer", Unit.NUMBER, mean.value(), NO_CATEGORY),
                        0,
                        Ratio.SHARE));
    }
}
