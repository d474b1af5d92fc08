package io.allegiance.training;

import io.allegiance.churn.ChurnModel;
import java.time.LocalDate;
import java.util.List;

/**
 * How the churn model came out.
 *
 * @param model the ranking and its weight
 * @param cutOffs the past dates whose outcomes it was fitted on, newest first
 * @param statement the same in a sentence or two
 */
public record ChurnFit(ChurnModel model, List<CutOff> cutOffs, String statement) {

    static final ChurnFit OF_AN_EARLIER_VERSION = new ChurnFit(
            ChurnModel.PURCHASE_MODEL_ALONE,
            List.of(),
            "The purchase model alone, by an earlier version of the program.");

    public ChurnFit {
        cutOffs = List.copyOf(cutOffs);
    }

    /**
     * A past date and what came of it.
     *
     * @param date the last day whose lines the features know of
     * @param customers customers with a purchase day up to it
     * @param churned those without a purchase day in the H days after it
     */
    public record CutOff(LocalDate date, long customers, long churned) {}
}
