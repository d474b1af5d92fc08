package io.allegiance.report.benefit;

import java.util.List;

/** The benefits that a report measures. A new one is a class and a line here; the report shows it by itself. */
public final class Benefits {

    private Benefits() {}

    /** Starts measuring a night, in the order of the report. */
    public static List<Benefit> of(MeasuredNight night) {
        return List.of(
                new RepeatBusiness(),
                new WorthOfLoyalty(),
                new BasketByTenure(night.date()),
                new CategoriesByTenure(night.date()),
                new Retention(night),
                new ReferredRevenue(),
                new RepurchaseAfterIncident(night.returnDays()),
                new SpendGrowth(),
                new ValueAtRisk(night.horizonDays()));
    }
}
