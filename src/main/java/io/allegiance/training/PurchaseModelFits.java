package io.allegiance.training;

import io.allegiance.btyd.FitResult;
import io.allegiance.btyd.GroupedSummaries;
import io.allegiance.btyd.PurchaseModel;
import io.allegiance.btyd.PurchaseModelFamily;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers fits of purchase models: a fit is a function of its data alone, and a backtest asks for the same past date
 * again and again. For one thread.
 */
final class PurchaseModelFits {

    private static final int MOST = 256;

    private final Map<Question, FitResult<PurchaseModel>> known = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, FitResult<PurchaseModel>> eldest) {
            return size() > MOST;
        }
    };

    private record Question(PurchaseModelFamily family, GroupedSummaries groups) {}

    /** Finds MBG/NBD fitted to what was known at the end of a date; empty where it cannot be fitted. */
    Optional<PurchaseModel> findMbgNbd(PurchaseLog log, LocalDate date) {
        GroupedSummaries.Builder summaries = GroupedSummaries.builder();
        for (int customer = 0; customer < log.size(); customer++) {
            log.findSummary(customer, date).ifPresent(summaries::addCustomer);
        }
        return fit(PurchaseModelFamily.MBG_NBD, summaries.build()).model();
    }

    FitResult<PurchaseModel> fit(PurchaseModelFamily family, GroupedSummaries groups) {
        return known.computeIfAbsent(new Question(family, groups), question -> family.fit(groups));
    }
}
