package io.allegiance.retention;

import java.util.List;
import org.springframework.stereotype.Component;

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

    Maintenance(
            RetentionSettings settings,
            OldSlots slots,
            OldRuns runs,
            OldBatchRecords batch,
            OldSegmentChanges changes) {
        this.settings = settings;
        this.slots = slots;
        this.runs = runs;
        this.batch = batch;
        this.changes = changes;
    }

    /**
     * Empties and deletes.
     *
     * @param between called between any two transactions; what it throws ends the work, and harms nothing
     */
    public MaintenanceResult run(Runnable between) {
        return new MaintenanceResult(
                slots.empty(settings.publicationsKept(), between),
                runs.delete(settings.runsKeptDays(), between),
                batch.delete(settings.batchKeptDays(), between),
                changes.delete(settings.segmentChangesKeptDays(), between));
    }

    /** Says what {@link #run} would do now; writes nothing. */
    public MaintenanceResult preview() {
        List<Integer> emptiable = slots.list(settings.publicationsKept());
        return new MaintenanceResult(
                emptiable.size(),
                runs.count(settings.runsKeptDays(), emptiable),
                batch.count(settings.batchKeptDays()),
                changes.count(settings.segmentChangesKeptDays()));
    }
}
