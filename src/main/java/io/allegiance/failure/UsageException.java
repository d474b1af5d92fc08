package io.allegiance.failure;

import org.jspecify.annotations.Nullable;

/** The command, its options or its file are wrong: exit code 64. */
public final class UsageException extends AllegianceException {

    public UsageException(String message) {
        super(message, null);
    }

    public UsageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
