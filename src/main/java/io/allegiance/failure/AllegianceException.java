package io.allegiance.failure;

import org.jspecify.annotations.Nullable;

/**
 * Root of the failures that Allegiance announces itself. The message is one sentence for the person who reads it: what
 * happened, where, and what to do. It never holds a customer's id or data, because messages are logged and stored.
 */
public abstract sealed class AllegianceException extends RuntimeException
        permits UsageException,
                AttentionException,
                RetryableException,
                UpstreamException,
                GateHeldException,
                LeaseHeldException,
                NothingToDoException,
                StoppedException {

    AllegianceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
