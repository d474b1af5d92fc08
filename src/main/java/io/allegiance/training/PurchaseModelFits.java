package io.allegiance.training;

import io.allegiance.btyd.FitResult;
import io.allegiance.btyd.GroupedSummaries;
import io.allegiance.btyd.PurchaseModel;
import io.allegiance.btyd.PurchaseModelFamily;
import java.util.LinkedHashMap;
import java.util.Map;

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

    FitResult<PurchaseModel> fit(PurchaseModelFamily family, GroupedSummaries groups) {
        return known.computeIfAbsent(new Question(family, groups), question -> family.fit(groups));
    }
}
