package io.allegiance.failure;

import org.jspecify.annotations.Nullable;

/** The run's upstream input has not arrived yet; try again later: exit code 10. */
public final class UpstreamException extends AllegianceException {

    public UpstreamException(String message) {
        super(ExitCode.UPSTREAM_NOT_READY, message, null);
    }

    public UpstreamException(String message, @Nullable Throwable cause) {
        super(ExitCode.UPSTREAM_NOT_READY, message, cause);
    }
}
