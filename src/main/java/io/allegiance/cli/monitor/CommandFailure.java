package io.allegiance.cli.monitor;

import io.allegiance.failure.AllegianceException;
import io.allegiance.failure.ExitCode;
import io.allegiance.platform.database.DatabaseFailures;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a command failed.
 *
 * @param code the exit code
 * @param message the one message, for a person
 * @param fault what has to be reported; null where the message says all
 * @param filesUnreadable whether files of the configuration could not be read, so that only the environment is left to ask
 */
public record CommandFailure(
        ExitCode code, String message, @Nullable Throwable fault, boolean filesUnreadable) {

    /** Works out what a failure means. */
    public static CommandFailure of(Throwable failure) {
        return find(failure)
                .map(known -> new CommandFailure(
                        ExitCode.of(known),
                        String.valueOf(known.getMessage()),
                        null,
                        ConfigurationFailures.areFilesUnreadable(failure)))
                .orElseGet(() -> new CommandFailure(
                        ExitCode.INTERNAL,
                        "internal error; what is published stays. Please report what follows",
                        failure,
                        false));
    }

    private static Optional<AllegianceException> find(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(AllegianceException.class::isInstance)
                .map(AllegianceException.class::cast)
                .findFirst()
                .or(() -> DatabaseFailures.find(failure))
                .or(() -> ConfigurationFailures.find(failure));
    }

    /** The end of a command that told what was to be told itself. */
    static CommandFailure of(int code) {
        return new CommandFailure(ExitCode.of(code), "", null, false);
    }
}
