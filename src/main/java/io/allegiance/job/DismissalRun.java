package io.allegiance.job;

import io.allegiance.decision.DecisionKind;
import io.allegiance.decision.DecisionLog;
import io.allegiance.decision.NewDecision;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.quarantine.Dismissals;
import io.allegiance.intake.quarantine.RejectionId;
import io.allegiance.run.Decision;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A person closes refused lines by hand, under the lease: no night counts them any more. */
@Component
public final class DismissalRun {

    private final ExclusiveWork exclusive;
    private final Dismissals dismissals;
    private final TransactionOperations transaction;
    private final DecisionLog decisions;

    DismissalRun(
            ExclusiveWork exclusive, Dismissals dismissals, TransactionOperations transaction, DecisionLog decisions) {
        this.exclusive = exclusive;
        this.dismissals = dismissals;
        this.transaction = transaction;
        this.decisions = decisions;
    }

    /**
     * Closes the lines of an id.
     *
     * @return how many lines, at least 1
     * @throws UsageException when no line of that id waits
     */
    public long run(RejectionId id, Decision decision) {
        return exclusive.run(() -> {
            Long closed = transaction.execute(status -> close(id, decision));
            if (closed == null || closed == 0) {
                throw new UsageException("no line " + id
                        + " waits, so nothing was closed; 'allegiance rejects' shows the ids of those that do");
            }
            return closed;
        });
    }

    private long close(RejectionId id, Decision decision) {
        long lines = dismissals.close(id, decision.by(), decision.reason());
        if (lines > 0) {
            decisions.append(new NewDecision(
                    DecisionKind.CLOSE,
                    "refused " + id,
                    lines + (lines == 1 ? " line" : " lines"),
                    decision.by(),
                    decision.reason()));
        }
        return lines;
    }
}
