package io.allegiance.failure;

import org.jspecify.annotations.Nullable;

/** A file of the configuration could not be read, so that only the environment can still be asked: exit code 21. */
public final class UnreadableConfigurationException extends AttentionException {

    public UnreadableConfigurationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
