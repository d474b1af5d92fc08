package io.allegiance.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * A fit over grouped summaries finds the same maximum as the search over the published likelihood customer by customer, and sums
 * far fewer terms. How many times as fast it is, {@link FitBenchmark} measures.
 */
class GroupedFitTest {

    private static final int CUSTOMERS = 20_000;
    private static final int TIMES_FEWER_TERMS = 2;

    @Test
    void groupedFitFindsSameMaximumWithFewerTerms() {
        FitPair pair = FitPair.ofCustomers(CUSTOMERS);

        FitReport grouped = pair.fitGrouped();
        FitReport plain = pair.fitPlain();

        assertThat(grouped.logLikelihood() / plain.logLikelihood()).isBetween(1 - 1e-10, 1 + 1e-10);
        assertThat(terms(plain, CUSTOMERS)).isGreaterThan(TIMES_FEWER_TERMS * terms(grouped, grouped.distinctGroups()));
    }

    /** The terms of all evaluations together, each of which sums one term for each customer or group. */
    private static long terms(FitReport fit, int termsOfOne) {
        return (long) fit.evaluations() * termsOfOne;
    }
}
