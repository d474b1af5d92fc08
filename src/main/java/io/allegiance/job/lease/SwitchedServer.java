package io.allegiance.job.lease;

import io.allegiance.failure.RetryableException;
import io.allegiance.platform.database.DatabaseFailures;

/** What it means that a server became read-only under a process that has written to it. */
final class SwitchedServer {

    private SwitchedServer() {}

    /**
     * Explains the failure of work under the lease. Taking the lease is a write, so a server that is read-only now was not then:
     * the primary has changed, and the same command carries on at the new one.
     *
     * @return the failure itself where it has another reason
     */
    static RuntimeException explain(RuntimeException failure) {
        return DatabaseFailures.isReadOnly(failure)
                ? new RetryableException(
                        "the server became read-only while this command wrote to it: the primary has changed; nothing is half"
                                + " done, run the same command again, at the new primary",
                        failure)
                : failure;
    }
}
