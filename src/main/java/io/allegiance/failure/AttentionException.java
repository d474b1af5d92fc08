package io.allegiance.failure;

import org.jspecify.annotations.Nullable;

/** Failed, and a person must look before it is run again: exit code 21. */
public sealed class AttentionException extends AllegianceException
        permits RejectLimitException, UnreadableConfigurationException {

    public AttentionException(String message) {
        super(ExitCode.ATTENTION, message, null);
    }

    public AttentionException(String message, @Nullable Throwable cause) {
        super(ExitCode.ATTENTION, message, cause);
    }
}
