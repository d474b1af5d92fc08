package io.allegiance.failure;

import org.jspecify.annotations.Nullable;

/** Failed, and the same command may simply be run again: exit code 20. */
public final class RetryableException extends AllegianceException {

    public RetryableException(String message) {
        super(ExitCode.RETRYABLE, message, null);
    }

    public RetryableException(String message, @Nullable Throwable cause) {
        super(ExitCode.RETRYABLE, message, cause);
    }
}
