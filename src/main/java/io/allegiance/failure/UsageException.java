package io.allegiance.failure;

import org.jspecify.annotations.Nullable;

/** The command, its options or its file are wrong: exit code 64. */
public sealed class UsageException extends AllegianceException permits UnknownKeysException {

    public UsageException(String message) {
        super(ExitCode.USAGE, message, null);
    }

    public UsageException(String message, @Nullable Throwable cause) {
        super(ExitCode.USAGE, message, cause);
    }
}
