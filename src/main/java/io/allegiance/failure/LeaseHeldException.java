package io.allegiance.failure;

import org.jspecify.annotations.Nullable;

/** Another run holds the lease; try again later: exit code 12. */
public final class LeaseHeldException extends AllegianceException {

    public LeaseHeldException(String message) {
        super(ExitCode.LEASE_HELD, message, null);
    }

    public LeaseHeldException(String message, @Nullable Throwable cause) {
        super(ExitCode.LEASE_HELD, message, cause);
    }
}
