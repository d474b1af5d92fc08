package io.allegiance.cli.exit;

import io.allegiance.failure.ExitCode;
import io.allegiance.failure.FailedStepException;
import io.allegiance.platform.database.FaultSentence;
import org.jspecify.annotations.Nullable;

/**
 * The failure of a command.
 *
 * @param code the exit code
 * @param message the one message, for a person
 * @param fault the exception to report; null where the message is sufficient
 * @param configuration what can still be asked of the configuration
 */
public record CommandFailure(
        ExitCode code, String message, @Nullable Throwable fault, ConfigurationState configuration) {

    private static final String INTERNAL = "internal error: %s; what is published stays. Please report what follows";

    /** Finds what a failure means; a failure that is not known is an internal error. */
    public static CommandFailure of(Throwable failure) {
        ConfigurationState configuration = ConfigurationFailures.stateAfter(failure);
        return KnownFailures.find(failure)
                .map(known ->
                        new CommandFailure(known.exitCode(), String.valueOf(known.getMessage()), null, configuration))
                .orElseGet(() -> new CommandFailure(
                        ExitCode.INTERNAL, INTERNAL.formatted(describe(failure)), failure, configuration));
    }

    /** A failed run says in which partition it failed; the innermost cause of anything else says most. */
    private static String describe(Throwable failure) {
        return failure instanceof FailedStepException
                ? String.valueOf(failure.getMessage())
                : FaultSentence.of(failure);
    }
}
