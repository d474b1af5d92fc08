package io.allegiance.ops;

import io.allegiance.failure.AllegianceException;
import io.allegiance.platform.DatabaseFailures;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.yaml.snakeyaml.error.YAMLException;

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
    static Ending of(Exception failure) {
        Optional<AllegianceException> known =
                find(failure, AllegianceException.class).or(() -> DatabaseFailures.find(failure));
        if (known.isPresent()) {
            return told(ExitCode.of(known.get()), String.valueOf(known.get().getMessage()));
        }
        Optional<ConfigurationPropertiesBindException> refused =
                find(failure, ConfigurationPropertiesBindException.class);
        if (refused.isPresent()) {
            return told(
                    ExitCode.ATTENTION,
                    "the configuration is refused: " + deepest(refused.get()).getMessage()
                            + "; mend it in jobs/nightly.yaml or the environment");
        }
        return find(failure, YAMLException.class)
                .map(Ending::unreadable)
                .orElseGet(() -> new Ending(
                        ExitCode.INTERNAL,
                        "internal error; what is published stays. Please report what follows",
                        failure,
                        false));
    }

    /** The end of a command that told what was to be told itself. */
    static Ending of(int code) {
        return told(ExitCode.of(code), "");
    }

    private static Ending told(ExitCode code, String message) {
        return new Ending(code, message, null, false);
    }

    private static Ending unreadable(YAMLException failure) {
        String first = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return new Ending(
                ExitCode.ATTENTION,
                "a configuration file is no YAML: " + first + "; mend the files in jobs/",
                null,
                true);
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static Throwable deepest(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : deepest(cause);
    }
}
