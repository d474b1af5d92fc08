package io.allegiance.btyd;

/** A purchase model whose forecasts follow from the posterior of a customer given the purchase summary. */
interface PosteriorModel extends PurchaseModel {

    /** Returns the posterior of the customer with this summary. */
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
