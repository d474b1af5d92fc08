package io.allegiance.failure;

import org.jspecify.annotations.Nullable;

/** Stopped on request; the same command carries on: exit code 30. */
public final class StoppedException extends AllegianceException {

    public StoppedException(String message) {
        super(ExitCode.STOPPED, message, null);
    }

    public StoppedException(String message, @Nullable Throwable cause) {
        super(ExitCode.STOPPED, message, cause);
    }
}
