package io.allegiance.report.benefit;

import io.allegiance.history.LoyaltyFacts;
import io.allegiance.report.figure.CustomerRow;
import io.allegiance.report.figure.ExactMean;
import io.allegiance.report.figure.Figure;
import io.allegiance.report.figure.FigureGroup;
import io.allegiance.report.figure.Ratio;
import io.allegiance.report.figure.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rising average spend: they move to dearer things. Over the customers, all and by segment, with a purchase day of known
 * spend in the last 365 days and in the 365 days before:
 *
 * <pre>
 *   (Σ recent_spend / Σ recent_spend_days) / (Σ prior_spend / Σ prior_spend_days) - 1
 * </pre>
 */
final class SpendGrowth implements Benefit {

    private static final String NO_YEARS = "no customer with known spend in both years";
    private static final String NOTHING_BEFORE = "nothing was spent in the year before";

    private final Years all = new Years();
    private final BySegment<Years> segments = new BySegment<>(Years::new);

    private static final class Years {
        private final ExactMean recent = new ExactMean();
        private final ExactMean prior = new ExactMean();
        private long customers;

        void addGrowth(LoyaltyFacts.Growth growth) {
            recent.addValues(growth.recentSpend(), growth.recentDays());
            prior.addValues(growth.priorSpend(), growth.priorDays());
            customers++;
        }

        /** (R / r) / (P / p) - 1 = (R·p - P·r) / (P·r), divided once. */
        @Nullable
        BigDecimal growth() {
            BigDecimal recentShare = new BigDecimal(recent.total()).multiply(BigDecimal.valueOf(prior.count()));
            BigDecimal priorShare = new BigDecimal(prior.total()).multiply(BigDecimal.valueOf(recent.count()));
            return Ratio.of(recentShare.subtract(priorShare), priorShare, Ratio.SHARE);
        }
    }

    @Override
    public void addCustomer(CustomerRow row) {
        CustomerRow.Past past = row.past();
        if (past == null) {
            return;
        }
        Years ofSegment = segments.of(row.score().segment());
        if (past.growth().recentDays() > 0 && past.growth().priorDays() > 0) {
            all.addGrowth(past.growth());
            ofSegment.addGrowth(past.growth());
        }
    }

    @Override
    public BenefitFigures figures() {
        return new BenefitFigures(
                "spend_growth",
                "They spend more from year to year",
                growth("Spend for a purchase day changed by {} within a year", all),
                "Spend divided by purchase days of the last 365 days, against the same of the 365 days before, over"
                        + " customers with known spend in both; 0 % is no change.",
                List.of(customers(all)),
                "segment",
                segments.groups((segment, years) ->
                        new FigureGroup(segment, List.of(growth("change", years), customers(years)))));
    }

    private static Figure growth(String label, Years years) {
        return Figure.of(
                "growth", label, Unit.CHANGE, years.growth(), years.customers == 0 ? NO_YEARS : NOTHING_BEFORE);
    }

    private static Figure customers(Years years) {
        return Figure.count("customers", "customers with both years", years.customers);
    }
}
