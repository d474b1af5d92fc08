package io.allegiance.training;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision whether a new model becomes the active one, with its reason.
 *
 * @param active whether it does
 * @param statement why, in a sentence
 * @param comparison the figures; null where there was nothing to compare with
 */
public record GateDecision(
        boolean active, String statement, @Nullable Comparison comparison) {

    /**
     * Two models on the same cut-offs.
     *
     * @param activeVersion the model that was active
     * @param cutOffs where the two were compared, newest first
     * @param logLoss of the new model, mean over the cut-offs
     * @param activeLogLoss of the active one
     * @param margin by how much the former may be larger
     */
    public record Comparison(
            String activeVersion, List<LocalDate> cutOffs, double logLoss, double activeLogLoss, double margin) {

        public Comparison {
            cutOffs = List.copyOf(cutOffs);
        }

        /** Returns whether the new model is good enough. */
        public boolean isPassed() {
            return logLoss <= activeLogLoss + margin;
        }
    }
}
