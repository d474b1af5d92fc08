package io.allegiance.training;

import io.allegiance.btyd.PurchaseModel;
import io.allegiance.btyd.PurchaseSummary;
import io.allegiance.churn.ChurnLevel;
import io.allegiance.churn.Logit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Finds how wrong the purchase model's mean churn was at past dates, and learns the level from it. For one thread. */
final class PastLevels {

    private static final int STEP_DAYS = 30;
    private static final int MOST = 48;
    private static final int LEAST_HISTORY_DAYS = 30;

    private final PurchaseLog log;
    private final int horizonDays;
    private final PurchaseModelFits purchaseModels;
    private final LocalDate start;
    private final Map<LocalDate, Optional<PurchaseModel>> fitted = new HashMap<>();
    private final Map<LocalDate, Optional<Means>> means = new HashMap<>();
    private final Map<LocalDate, Optional<Double>> expecteds = new HashMap<>();
    private final Map<LocalDate, Optional<Double>> recents = new HashMap<>();

    PastLevels(PurchaseLog log, int horizonDays, PurchaseModelFits purchaseModels) {
        this.log = log;
        this.horizonDays = horizonDays;
        this.purchaseModels = purchaseModels;
        this.start = log.findStart().orElse(log.lastDay());
    }

    /**
     * Learns the level. What former years say of a date is learnt in two ways: by how much the purchase model's mean was wrong then,
     * and which churn was seen then. The latter is used where it would have been the better guess in the past: in a shop of one
     * season the purchase model's mean says little.
     */
    ChurnLevel learn() {
        ChurnLevel byError = learn(this::findSeasonalError);
        ChurnLevel byChurn = learn(this::findSeasonalChurn);
        return byChurn.psi() > 0 && byChurn.error() < byError.error() ? byChurn : byError;
    }

    private ChurnLevel learn(Function<LocalDate, Optional<Double>> seasonal) {
        List<ChurnLevel.Past> past = new ArrayList<>();
        LocalDate date = log.openDays().minusOpenDays(log.lastDay(), horizonDays);
        while (past.size() < MOST && hasHistory(date, horizonDays)) {
            LocalDate at = date;
            findError(date)
                    .ifPresent(error -> past.add(new ChurnLevel.Past(
                            at,
                            error,
                            findRecent(at).orElse(null),
                            seasonal.apply(at).orElse(null))));
            date = log.openDays().minusOpenDays(date, STEP_DAYS);
        }
        LocalDate last = log.lastDay();
        return ChurnLevel.of(
                horizonDays,
                past,
                findRecent(last).orElse(null),
                seasonal.apply(last).orElse(null));
    }

    private boolean hasHistory(LocalDate date, int days) {
        return log.openDays().between(start, date) >= days;
    }

    private Optional<Double> findRecent(LocalDate date) {
        LocalDate before = log.openDays().minusOpenDays(date, STEP_DAYS);
        return hasHistory(before, LEAST_HISTORY_DAYS)
                ? recents.computeIfAbsent(before, each -> find(each, STEP_DAYS).map(Means::error))
                : Optional.empty();
    }

    private Optional<Double> findSeasonalError(LocalDate date) {
        return mean(formerYears(date), Means::error);
    }

    private Optional<Double> findSeasonalChurn(LocalDate date) {
        return findExpected(date).flatMap(now -> mean(formerYears(date), means -> means.observed() - now));
    }

    private static Optional<Double> mean(List<Means> known, ToDoubleFunction<Means> figure) {
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(known.stream().mapToDouble(figure).average().orElseThrow());
    }

    /** What is known of the same season in former years. */
    private List<Means> formerYears(LocalDate date) {
        return PastCutOffs.listFormerSeasons(log, start, date, horizonDays).stream()
                .flatMap(then -> findMeans(then).stream())
                .toList();
    }

    private Optional<Double> findError(LocalDate date) {
        return findMeans(date).map(Means::error);
    }

    private Optional<Means> findMeans(LocalDate date) {
        return means.computeIfAbsent(date, each -> find(each, horizonDays));
    }

    /** The logits of the churn seen in some days after a date, and of the purchase model's mean for them. */
    private record Means(double observed, double expected) {

        double error() {
            return observed - expected;
        }
    }

    private Optional<Means> find(LocalDate date, int days) {
        return model(date).map(model -> {
            long customers = 0;
            long churned = 0;
            for (int customer = 0; customer < log.size(); customer++) {
                if (log.hasPurchase(customer, date)) {
                    customers++;
                    churned += log.countPurchaseDays(customer, date, days) == 0 ? 1 : 0;
                }
            }
            return new Means(logit(churned, customers), expected(model, date, days));
        });
    }

    /** The logit of the purchase model's mean for the H days after a date. */
    private Optional<Double> findExpected(LocalDate date) {
        return expecteds.computeIfAbsent(date, each -> model(each).map(model -> expected(model, each, horizonDays)));
    }

    private double expected(PurchaseModel model, LocalDate date, int days) {
        double expected = 0;
        long customers = 0;
        for (int customer = 0; customer < log.size(); customer++) {
            PurchaseSummary summary = log.findSummary(customer, date).orElse(null);
            if (summary != null) {
                customers++;
                expected += model.churnProbability(summary, days);
            }
        }
        return logit(expected, customers);
    }

    /** Finite where all churned, or none. */
    private static double logit(double churned, long customers) {
        return Logit.of((churned + 0.5) / (customers + 1));
    }

    private Optional<PurchaseModel> model(LocalDate date) {
        return fitted.computeIfAbsent(date, each -> purchaseModels.findMbgNbd(log, each));
    }
}
