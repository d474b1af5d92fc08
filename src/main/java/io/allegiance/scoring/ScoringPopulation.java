package io.allegiance.scoring;

import io.allegiance.calendar.OpenDays;
import io.allegiance.churn.CustomerAsOf;
import io.allegiance.churn.PopulationAsOf;
import io.allegiance.churn.Recalibration;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.loyalty.LoyalCustomer;
import io.allegiance.loyalty.LoyaltyPopulation;
import io.allegiance.rfm.RfmPopulation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers from all customers with a purchase day what the thresholds of a night are computed from. For one thread. */
public final class ScoringPopulation {

    private final LocalDate scoreDate;
    private final ScoringModel model;
    private final PopulationAsOf population;
    private final RfmPopulation rfm = new RfmPopulation();
    private final Recalibration churn = new Recalibration();
    private final LoyaltyPopulation loyalty = new LoyaltyPopulation();
    private final List<Further> further;
    private final HistoryStart start = new HistoryStart();

    /** The same of a further horizon. */
    private record Further(HorizonModel model, PopulationAsOf population, Recalibration churn) {

        void addCustomer(PurchaseHistory history) {
            if (model.needsLevel()) {
                CustomerAsOf customer = population.look(history);
                churn.addCustomer(model.churn().logit(customer), customer.modelChurn());
            }
        }
    }

    public ScoringPopulation(LocalDate scoreDate, OpenDays openDays, ScoringModel model) {
        this.scoreDate = scoreDate;
        this.model = model;
        this.population = model.at(scoreDate, openDays);
        this.further = model.further().stream()
                .map(each -> new Further(each, each.at(scoreDate, openDays, model.purchases()), new Recalibration()))
                .toList();
    }

    /**
     * Adds a customer with a purchase day, in any order.
     *
     * @param referredBuyers as in {@link LoyalCustomer}
     */
    public void addCustomer(PurchaseHistory history, int referredBuyers) {
        start.addCustomer(Objects.requireNonNull(history.firstPurchaseDay()));
        loyalty.addCustomer(LoyalCustomer.of(history, scoreDate, population.openDays(), referredBuyers));
        CustomerAsOf customer = population.look(history);
        rfm.addCustomer(
                customer.daysSinceLastPurchase(),
                history.recent().purchaseDays365(),
                history.recent().spend365());
        if (HorizonModel.needsLevel(model.churn(), model.churnDelta())) {
            churn.addCustomer(model.churn().logit(customer), customer.modelChurn());
        }
        further.forEach(each -> each.addCustomer(history));
    }

    /**
     * Adds all customers of another population, such as those of another database, which stays as it is. Everything gathered is
     * counts, whole numbers and ranks, so any order of merging gives the thresholds of all customers together, to the last bit.
     *
     * @throws IllegalArgumentException when the other is of another date, another model or other closures
     * @throws ArithmeticException when there are 2³¹ customers or more
     */
    public void merge(ScoringPopulation other) {
        requireSame("score date", scoreDate, other.scoreDate);
        requireSame("model", model.version(), other.model.version());
        requireSame("closures", population.openDays(), other.population.openDays());
        rfm.merge(other.rfm);
        churn.merge(other.churn);
        loyalty.merge(other.loyalty);
        start.merge(other.start);
        for (int i = 0; i < further.size(); i++) {
            further.get(i).churn().merge(other.further.get(i).churn());
        }
    }

    private static void requireSame(String what, Object own, Object others) {
        if (!own.equals(others)) {
            throw new IllegalArgumentException(
                    "only populations of the same %s can be merged; were %s and %s".formatted(what, own, others));
        }
    }

    /** Gets the thresholds of the customers added, without the edges between churn bands. */
    public NightThresholds toThresholds() {
        return new NightThresholds(
                rfm.toThresholds(),
                churn.constant(model.churnDelta()),
                loyalty.toNorms(),
                start.find().orElse(null),
                null,
                furtherLevels());
    }

    private SortedMap<Integer, Double> furtherLevels() {
        SortedMap<Integer, Double> levels = new TreeMap<>();
        further.forEach(each -> levels.put(
                each.model().horizonDays(), each.churn().constant(each.model().churnDelta())));
        return levels;
    }
}
