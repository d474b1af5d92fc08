package io.allegiance.doctor;

import io.allegiance.decision.DecisionChain;
import io.allegiance.decision.DecisionLog;
import io.allegiance.decision.RecordedDecision;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether the record of decisions is as it was written. */
@Component
final class DecisionsCheck implements HealthCheck {

    private final DecisionLog log;

    DecisionsCheck(DecisionLog log) {
        this.log = log;
    }

    @Override
    public List<Finding> examine() {
        List<RecordedDecision> decisions = log.list();
        return List.of(DecisionChain.findBreak(decisions)
                .map(broken -> Finding.warn(
                        "decisions",
                        broken,
                        "compare the table decision with a backup, and with the hashes in the logs of the commands"))
                .orElseGet(() -> Finding.ok("decisions", describe(decisions))));
    }

    private static String describe(List<RecordedDecision> decisions) {
        if (decisions.isEmpty()) {
            return "none is recorded yet";
        }
        return decisions.size() + " are recorded, each with the hash of the one before";
    }
}
