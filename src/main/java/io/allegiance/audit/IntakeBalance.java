package io.allegiance.audit;

import io.allegiance.failure.RetryableException;
import io.allegiance.platform.transaction.SeparateTransaction;
import io.allegiance.run.AuditCheck;
import io.allegiance.run.Run;
import io.allegiance.run.RunAudits;
import io.allegiance.run.RunState;
import io.allegiance.run.Runs;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Holds the days that a run took in against the source, and records them as taken in when they balance. */
@Component
public final class IntakeBalance {

    private final Runs runs;
    private final RunAudits audits;
    private final ControlTotals totals;
    private final SeparateTransaction separately;

    IntakeBalance(Runs runs, RunAudits audits, ControlTotals totals, SeparateTransaction separately) {
        this.runs = runs;
        this.audits = audits;
        this.totals = totals;
        this.separately = separately;
    }

    /**
     * Checks and records the days.
     *
     * @throws RetryableException when lines were added or removed while the run was reading: only a run that is opened
     *     again can see them all, so this one is abandoned
     */
    public void checkAndRecord(Run run) {
        List<AuditCheck> checks = totals.checkDays(run);
        separately.run(() -> audits.save(run.runId(), checks));
        Optional<String> failures = AuditCheck.describeFailures(checks);
        if (failures.isPresent()) {
            String message = "the source changed while the run of " + run.businessDate() + " was reading it ("
                    + failures.get() + "); nothing was published, and the same command starts anew";
            separately.run(() -> runs.setState(run.runId(), RunState.ABANDONED, message));
            throw new RetryableException(message);
        }
        separately.run(() -> totals.recordDays(run));
    }
}
