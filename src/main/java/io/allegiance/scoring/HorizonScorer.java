package io.allegiance.scoring;

import io.allegiance.churn.CustomerAsOf;
import io.allegiance.churn.PopulationAsOf;
import io.allegiance.decimal.FixedPoint;
import io.allegiance.history.PurchaseHistory;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Scores a customer over the further horizons of a model. With p the churn probability over h days, n = E[N | N ≥ 1] of the
 * purchase model over h days and q the factor of h:
 *
 * <pre>
 *     expected purchases = (1 - p) · max(1, n · q)
 *     expected value     = expected purchases · expected spend
 * </pre>
 *
 * Who buys within h days buys within any longer time. Each horizon has a ranking of its own, so its figures might contradict
 * that. So they give way, from the main horizon outwards: p is at most, and the expected purchases are at least, those of the next
 * shorter horizon where h is longer than the main one; the other way round where it is shorter. For one thread.
 */
final class HorizonScorer {

    private final List<Part> longer;
    private final List<Part> shorter;

    /** What one horizon is scored with. */
    private record Part(HorizonModel model, PopulationAsOf population, double level) {}

    /**
     * Figures that are not rounded.
     *
     * @param churn p, in [0, 1]
     * @param purchases expected purchases, 0 or more
     */
    record Figures(double churn, double purchases) {}

    HorizonScorer(CustomerScorer.Night night) {
        List<Part> parts = night.model().further().stream()
                .map(model -> new Part(
                        model,
                        model.at(
                                night.scoreDate(),
                                night.openDays(),
                                night.model().purchases()),
                        night.thresholds().furtherLevel(model.horizonDays())))
                .toList();
        int main = night.model().horizonDays();
        this.longer =
                parts.stream().filter(part -> part.model().horizonDays() > main).toList();
        this.shorter = parts.stream()
                .filter(part -> part.model().horizonDays() < main)
                .sorted(Collections.reverseOrder((one, other) ->
                        Integer.compare(one.model().horizonDays(), other.model().horizonDays())))
                .toList();
    }

    /**
     * Scores a customer with a purchase day; empty where the model has no further horizon.
     *
     * @param main the figures over the main horizon
     * @param expectedSpend of a purchase day in the reporting currency; null where unknown
     * @return the shortest horizon first
     */
    List<HorizonScore> score(PurchaseHistory history, Figures main, @Nullable Double expectedSpend) {
        if (longer.isEmpty() && shorter.isEmpty()) {
            return List.of();
        }
        HorizonScore[] scores = new HorizonScore[shorter.size() + longer.size()];
        Figures next = main;
        for (int i = 0; i < shorter.size(); i++) {
            Figures own = figures(shorter.get(i), history);
            next = new Figures(Math.max(own.churn(), next.churn()), Math.min(own.purchases(), next.purchases()));
            scores[shorter.size() - 1 - i] = round(shorter.get(i), next, expectedSpend);
        }
        next = main;
        for (int i = 0; i < longer.size(); i++) {
            Figures own = figures(longer.get(i), history);
            next = new Figures(Math.min(own.churn(), next.churn()), Math.max(own.purchases(), next.purchases()));
            scores[shorter.size() + i] = round(longer.get(i), next, expectedSpend);
        }
        return Stream.of(scores).toList();
    }

    private static Figures figures(Part part, PurchaseHistory history) {
        CustomerAsOf customer = part.population().look(history);
        double churn = part.model().churn().probability(customer, part.level());
        return new Figures(
                churn,
                (1 - churn)
                        * ScoringModel.purchasesIfAny(
                                customer.forecast().expectedPurchasesGivenAny(),
                                part.model().purchaseFactor()));
    }

    private static HorizonScore round(Part part, Figures figures, @Nullable Double expectedSpend) {
        return new HorizonScore(
                part.model().horizonDays(),
                FixedPoint.round(figures.churn(), FixedPoint.PROBABILITY),
                FixedPoint.round(figures.purchases(), FixedPoint.COUNT),
                expectedSpend == null ? null : FixedPoint.round(figures.purchases() * expectedSpend, FixedPoint.MONEY));
    }
}
