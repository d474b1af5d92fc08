package io.allegiance.report.benefit;

import io.allegiance.decimal.FixedPoint;
import io.allegiance.report.figure.CustomerRow;
import io.allegiance.report.figure.ExactMean;
import io.allegiance.report.figure.Figure;
import io.allegiance.report.figure.FigureGroup;
import io.allegiance.report.figure.Unit;
import java.math.BigDecimal;
import java.util.List;

/** The value at risk: Σ value_at_risk over the customers who have one, of all and by segment. */
final class ValueAtRisk implements Benefit {

    private static final String NO_VALUE = "no customer has a value at risk";

    private final int horizonDays;
    private final ExactMean all = new ExactMean();
    private final BySegment<ExactMean> segments = new BySegment<>(ExactMean::new);

    ValueAtRisk(int horizonDays) {
        this.horizonDays = horizonDays;
    }

    @Override
    public boolean countsHistories() {
        return false;
    }

    @Override
    public void addCustomer(CustomerRow row) {
        Long value = row.score().valueAtRisk();
        ExactMean ofSegment = segments.of(row.score().segment());
        if (value != null) {
            all.addValue(value);
            ofSegment.addValue(value);
        }
    }

    @Override
    public BenefitFigures figures() {
        return new BenefitFigures(
                "value_at_risk",
                "What may be lost",
                total("Churn puts {} at risk over the next " + horizonDays + " days", all),
                "Sum of value_at_risk: what each customer would bring within " + horizonDays
                        + " days on coming at all, times the churn probability.",
                List.of(Figure.count("customers", "customers with a value", all.count())),
                "segment",
                segments.groups((segment, value) -> new FigureGroup(
                        segment,
                        List.of(
                                total("value at risk", value),
                                Figure.count("customers", "customers with a value", value.count())))));
    }

    private static Figure total(String label, ExactMean value) {
        return Figure.of(
                "value_at_risk",
                label,
                Unit.MONEY,
                value.count() == 0 ? null : new BigDecimal(value.total(), FixedPoint.MONEY),
                NO_VALUE);
    }
}
