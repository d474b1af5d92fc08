package io.allegiance.ops;

import io.allegiance.failure.AllegianceException;
import io.allegiance.platform.DatabaseFailures;
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
record Ending(ExitCode code, String message, @Nullable Throwable fault, boolean filesUnreadable) {

    /** Works out what a failure means. */
    static Ending of(Throwable failure) {
        return find(failure)
                .map(known -> new Ending(
                        ExitCode.of(known),
                        String.valueOf(known.getMessage()),
                        null,
                        ConfigurationFailures.areFilesUnreadable(failure)))
                .orElseGet(() -> new Ending(
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
    static Ending of(int code) {
        return new Ending(ExitCode.of(code), "", null, false);
    }
}
