package io.allegiance.failure;

import org.jspecify.annotations.Nullable;

/** The date is published and every step of it complete: exit code 4. */
public final class NothingToDoException extends AllegianceException {

    public NothingToDoException(String message) {
        super(ExitCode.NOTHING_TO_DO, message, null);
    }

    public NothingToDoException(String message, @Nullable Throwable cause) {
        super(ExitCode.NOTHING_TO_DO, message, cause);
    }
}
