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

    private final ExitCode exitCode;

    AllegianceException(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** Returns what the process ends with after this failure. */
    public final ExitCode exitCode() {
        return exitCode;
    }

    /** Returns whether the run is held until its input, its limits or a person's decision changes. */
    public boolean holdsRun() {
        return false;
    }
}
