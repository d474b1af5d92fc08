package io.allegiance.btyd;

/** A purchase model whose forecasts follow from the posterior of a customer given the purchase summary. */
interface PosteriorModel extends PurchaseModel {

    /** Returns the posterior of the customer with this summary. */
    CustomerPosterior posterior(PurchaseSummary summary);

    @Override
    default PurchaseForecast forecast(PurchaseSummary summary, int horizonDays) {
        return new PurchaseForecast(posterior(summary), Parameters.horizonWeeks(horizonDays));
    }

    @Override
    default double probabilityAlive(PurchaseSummary summary) {
        return posterior(summary).probabilityAlive();
    }

    @Override
    default double churnProbability(PurchaseSummary summary, int horizonDays) {
        CustomerPosterior posterior = posterior(summary);
        return posterior.churnProbability(posterior.alive().purchaseProbability(Parameters.horizonWeeks(horizonDays)));
    }

    @Override
    default double churnLogit(PurchaseSummary summary, int horizonDays) {
        return forecast(summary, horizonDays).churnLogit();
    }

    @Override
    default double expectedPurchases(PurchaseSummary summary, int horizonDays) {
        return posterior(summary).expectedPurchases(Parameters.horizonWeeks(horizonDays));
    }

    @Override
    default double expectedPurchasesGivenAny(PurchaseSummary summary, int horizonDays) {
        return posterior(summary).expectedPurchasesGivenAny(Parameters.horizonWeeks(horizonDays));
    }
}
