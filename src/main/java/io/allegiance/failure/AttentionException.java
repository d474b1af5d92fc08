package io.allegiance.failure;

import org.jspecify.annotations.Nullable;

/** Failed, and a person must look before it is run again: exit code 21. */
public final class AttentionException extends AllegianceException {

    public AttentionException(String message) {
        super(message, null);
    }

    public AttentionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
