package io.allegiance.report.page;

import io.allegiance.report.RunReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the template of the page shows, in its order. */
record Page(
        HeadView head,
        IntakeView inAndOut,
        MovementView movement,
        ChurnView churn,
        @Nullable OutcomeView outcomes,
        List<DimensionView> dimensions,
        List<BenefitView> benefits,
        @Nullable Table customersToSave,
        Table segments,
        NextCategoryView nextBest,
        Table steps,
        Value currency,
        Value horizonDays) {

    static Page of(RunReport report) {
        ValueFormat values = new ValueFormat(report.settings().reportingCurrency());
        return new Page(
                HeadView.of(report, values),
                IntakeView.of(report, values),
                MovementView.of(report.movement(), values),
                ChurnView.of(report, values),
                OutcomeView.of(report.outcomes(), values),
                DimensionView.listOf(report.loyalty(), values),
                BenefitView.listOf(report.benefits(), values),
                CustomerTables.toSave(report.customersToSave(), values),
                CustomerTables.segments(report.segments(), values),
                NextCategoryView.of(report.nextBestCategory(), values),
                StepsView.of(report.steps(), values),
                values.text("/settings/reportingCurrency", report.settings().reportingCurrency()),
                values.text("/settings/horizonDays", report.settings().horizonDays()));
    }
}
