package io.allegiance.outcome;

import io.allegiance.churn.quality.Predictions;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.publish.MeanChurnInterval;
import io.allegiance.training.PurchaseLog;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares past publications with what happened. The churn probabilities of a publication are computed again, because its rows are
 * usually gone by then: for the customers of a log, from their purchase days up to the score date, with the publication's model and
 * with the thresholds and bands that its run froze. So a line that came late counts although the publication did not know of it.
 */
@Component
public final class OutcomeComparison {

    private final PastNights nights;
    private final PastSegments segments;

    OutcomeComparison(PastNights nights, PastSegments segments) {
        this.nights = nights;
        this.segments = segments;
    }

    /**
     * Compares a publication; empty where the H days of its model end after the log's last day.
     *
     * @param log the customers compared: those of them with a purchase day up to the score date
     */
    public Optional<PublicationOutcome> compare(PastPublication past, PurchaseLog log) {
        LocalDate asOf = log.lastDay();
        try {
            PastNight night = nights.read(past);
            int horizonDays = night.model().horizonDays();
            return log.openDays().plusOpenDays(past.scoreDate(), horizonDays).isAfter(asOf)
                    ? Optional.empty()
                    : Optional.of(toOutcome(past, asOf, horizonDays, compare(past, night, log)));
        } catch (PastNights.UnreadableNightException e) {
            return Optional.of(PublicationOutcome.unknown(past, asOf, String.valueOf(e.getMessage())));
        }
    }

    private static PublicationOutcome toOutcome(
            PastPublication past, LocalDate asOf, int horizonDays, List<GroupOutcome> groups) {
        if (groups.isEmpty()) {
            return PublicationOutcome.unknown(past, asOf, "none of its customers is in the log");
        }
        return new PublicationOutcome(
                past.publication(),
                past.scoreDate(),
                past.modelVersion(),
                horizonDays,
                asOf,
                past.interval(),
                isWithin(past.interval(), groups.get(0).observedChurn()),
                null,
                groups);
    }

    private static @Nullable Boolean isWithin(@Nullable MeanChurnInterval interval, @Nullable BigDecimal observed) {
        return interval == null || observed == null ? null : interval.contains(observed);
    }

    private List<GroupOutcome> compare(PastPublication past, PastNight night, PurchaseLog log) {
        Map<String, String> known = segments.get(past, listCustomers(log));
        Map<GroupKind, Map<String, Predictions>> groups = new EnumMap<>(GroupKind.class);
        for (int customer = 0; customer < log.size(); customer++) {
            PurchaseHistory history =
                    log.findHistory(customer, past.scoreDate()).orElse(null);
            if (history != null) {
                PastNight.Prediction predicted = night.predict(history);
                int purchaseDays = log.countPurchaseDays(
                        customer, past.scoreDate(), night.model().horizonDays());
                String segment = known.get(history.customerId());
                add(groups, GroupKind.ALL, GroupKind.ALL.name(), predicted, purchaseDays);
                add(groups, GroupKind.BAND, predicted.band().name(), predicted, purchaseDays);
                add(groups, GroupKind.FREQUENCY, predicted.frequency().title(), predicted, purchaseDays);
                if (segment != null) {
                    add(groups, GroupKind.SEGMENT, segment, predicted, purchaseDays);
                }
            }
        }
        List<GroupOutcome> outcomes = new ArrayList<>();
        groups.forEach((kind, named) ->
                named.forEach((name, predictions) -> outcomes.add(GroupOutcome.of(kind, name, predictions))));
        return outcomes.stream().sorted(GroupOutcome.ORDER).toList();
    }

    private static void add(
            Map<GroupKind, Map<String, Predictions>> groups,
            GroupKind kind,
            String name,
            PastNight.Prediction predicted,
            int purchaseDays) {
        groups.computeIfAbsent(kind, key -> new TreeMap<>())
                .computeIfAbsent(name, key -> new Predictions())
                .addPrediction(predicted.churn(), predicted.expectedPurchases(), purchaseDays);
    }

    private static List<String> listCustomers(PurchaseLog log) {
        List<String> customers = new ArrayList<>(log.size());
        for (int customer = 0; customer < log.size(); customer++) {
            customers.add(log.customerId(customer));
        }
        return customers;
    }
}
