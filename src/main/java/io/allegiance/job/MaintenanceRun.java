package io.allegiance.job;

import io.allegiance.failure.StoppedException;
import io.allegiance.job.lease.Lease;
import io.allegiance.job.step.StopRequest;
import io.allegiance.retention.Maintenance;
import io.allegiance.retention.MaintenanceResult;
import org.springframework.stereotype.Component;

/** Maintenance under the lease. */
@Component
public final class MaintenanceRun {

    private final Lease lease;
    private final Maintenance maintenance;
    private final StopRequest stop;

    MaintenanceRun(Lease lease, Maintenance maintenance, StopRequest stop) {
        this.lease = lease;
        this.maintenance = maintenance;
        this.stop = stop;
    }

    /**
     * Empties slots and deletes old records.
     *
     * @throws StoppedException when the process was asked to stop; what was deleted so far is committed
     */
    public MaintenanceResult run() {
        return lease.hold(() -> maintenance.run(this::requireNotStopped));
    }

    /** Counts what {@link #run} would empty and delete now; writes nothing. */
    public MaintenanceResult preview() {
        return maintenance.preview();
    }

    private void requireNotStopped() {
        if (stop.isRequested()) {
            throw new StoppedException(
                    "stopped on request; what was emptied and deleted is done, and 'allegiance maintain' does the rest");
        }
    }
}
