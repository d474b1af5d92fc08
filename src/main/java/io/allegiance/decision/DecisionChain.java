package io.allegiance.decision;

import java.util.List;
import java.util.Optional;

/**
 * The decisions in their order, each with the hash of the one before. A row that was changed, deleted or put in between no longer
 * fits the row after it. What was done to the newest row alone can only be told by its hash, which the log of its command has.
 */
public final class DecisionChain {

    private DecisionChain() {}

    /**
     * Finds the first decision that does not fit.
     *
     * @param decisions all of them, oldest first
     * @return a sentence that names it; empty where all fit
     */
    public static Optional<String> findBreak(List<RecordedDecision> decisions) {
        String hash = RecordedDecision.NONE;
        long expected = 1;
        for (RecordedDecision decision : decisions) {
            if (decision.id() != expected) {
                return Optional.of("decision " + expected + " is missing: the next one is " + decision.id());
            }
            if (!decision.previousHash().equals(hash)) {
                return Optional.of(
                        expected == 1
                                ? "decision 1 was changed after it was recorded"
                                : "decision " + (expected - 1) + " was changed after it was recorded, because decision "
                                        + expected + " does not fit it");
            }
            hash = decision.hash();
            expected++;
        }
        return Optional.empty();
    }
}
