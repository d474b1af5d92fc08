package io.allegiance.btyd;

/** A purchase model whose answers follow from what it says of a summary: who is alive, and what they will do. */
interface PosteriorModel extends PurchaseModel {

    /** What the summary says of its customer. */
    CustomerPosterior outlook(PurchaseSummary summary);

    @Override
    default PurchaseForecast forecast(PurchaseSummary summary, int horizonDays) {
        return new PurchaseForecast(outlook(summary), Parameters.horizonWeeks(horizonDays));
    }

    @Override
    default double probabilityAlive(PurchaseSummary summary) {
        return outlook(summary).probabilityAlive();
    }

    @Override
    default double churnProbability(PurchaseSummary summary, int horizonDays) {
        CustomerPosterior outlook = outlook(summary);
        return outlook.churnProbability(outlook.alive().quiet(Parameters.horizonWeeks(horizonDays)));
    }

    @Override
    default double churnLogit(PurchaseSummary summary, int horizonDays) {
        return forecast(summary, horizonDays).churnLogit();
    }

    @Override
    default double expectedPurchases(PurchaseSummary summary, int horizonDays) {
        return outlook(summary).expectedPurchases(Parameters.horizonWeeks(horizonDays));
    }

    @Override
    default double expectedPurchasesGivenAny(PurchaseSummary summary, int horizonDays) {
        return outlook(summary).expectedPurchasesGivenAny(Parameters.horizonWeeks(horizonDays));
    }
}
