package io.allegiance.retention;

import io.allegiance.decision.DecisionKind;
import io.allegiance.decision.DecisionLog;
import io.allegiance.decision.NewDecision;
import io.allegiance.wording.Counted;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Maintenance: frees slots and deletes records that are no longer needed. After an interruption at any point the same
 * command does the rest. Whoever calls {@link #run} holds the lease.
 */
@Component
public final class Maintenance {

    private final RetentionSettings settings;
    private final OldSlots slots;
    private final OldRuns runs;
    private final OldBatchRecords batch;
    private final OldSegmentChanges changes;
    private final OldReports reports;
    private final DecisionLog decisions;
    private final TransactionOperations transaction;

    Maintenance(
            RetentionSettings settings,
            OldSlots slots,
            OldRuns runs,
            OldBatchRecords batch,
            OldSegmentChanges changes,
            OldReports reports,
            DecisionLog decisions,
            TransactionOperations transaction) {
        this.settings = settings;
        this.slots = slots;
        this.runs = runs;
        this.batch = batch;
        this.changes = changes;
        this.reports = reports;
        this.decisions = decisions;
        this.transaction = transaction;
    }

    /**
     * Empties and deletes; the record of decisions says what, before the first row goes.
     *
     * @param between called between any two transactions; what it throws ends the work, and harms nothing
     */
    public MaintenanceResult run(Runnable between) {
        record(preview());
        return new MaintenanceResult(
                slots.empty(settings.publicationsKept(), between),
                runs.delete(settings.runsKeptDays(), between),
                batch.delete(settings.batchKeptDays(), between),
                changes.delete(settings.segmentChangesKeptDays(), between),
                reports.delete(between));
    }

    /** Where nothing is to be deleted, nothing is decided. */
    private void record(MaintenanceResult planned) {
        if (planned.isNothing()) {
            return;
        }
        List<String> publications = slots.describePublications(slots.list(settings.publicationsKept()));
        String detail = String.join(
                        ", ",
                        Counted.of(planned.slots(), "slot"),
                        Counted.of(planned.runs(), "run"),
                        Counted.of(planned.batchExecutions(), "batch execution"),
                        Counted.of(planned.segmentChanges(), "segment change"),
                        Counted.of(planned.reports(), "report"))
                + "; publications: " + (publications.isEmpty() ? "none" : String.join(", ", publications));
        transaction.executeWithoutResult(
                status -> decisions.append(NewDecision.unnamed(DecisionKind.MAINTAIN, "to delete", detail)));
    }

    /** Says what {@link #run} would do now; writes nothing. */
    public MaintenanceResult preview() {
        List<Integer> emptiable = slots.list(settings.publicationsKept());
        return new MaintenanceResult(
                emptiable.size(),
                runs.count(settings.runsKeptDays(), emptiable),
                batch.count(settings.batchKeptDays()),
                changes.count(settings.segmentChangesKeptDays()),
                reports.count(emptiable));
    }
}
