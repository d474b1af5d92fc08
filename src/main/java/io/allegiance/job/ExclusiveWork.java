package io.allegiance.job;

import io.allegiance.failure.AttentionException;
import io.allegiance.failure.LeaseHeldException;
import io.allegiance.job.lease.Lease;
import io.allegiance.settings.Settings;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Work that writes: under the lease, and with the settings that the stored data was made with. */
@Component
final class ExclusiveWork {

    private final Lease lease;
    private final Settings settings;

    ExclusiveWork(Lease lease, Settings settings) {
        this.lease = lease;
        this.settings = settings;
    }

    /**
     * Does work that writes.
     *
     * @throws LeaseHeldException when another process, which is alive, holds the lease
     * @throws AttentionException when the configuration differs from the stored settings
     */
    <T> T run(Supplier<T> work) {
        return lease.hold(() -> {
            settings.requireUnchangedSoFar();
            return work.get();
        });
    }
}
