package io.allegiance.cli.monitor;

import io.allegiance.failure.AttentionException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.yaml.snakeyaml.error.YAMLException;

/** Turns what a configuration is refused with into what a person can act on. */
public final class ConfigurationFailures {

    private ConfigurationFailures() {}

    /** Finds what a failure to start says of the configuration; empty where it has another reason. */
    public static Optional<AttentionException> find(Throwable failure) {
        return find(failure, ConfigurationPropertiesBindException.class)
                .or(() -> find(failure, TypeMismatchException.class))
                .map(refused -> new AttentionException("the configuration is refused: "
                        + deepest(refused).getMessage() + "; correct it in jobs/nightly.yaml or the environment"))
                .or(() -> find(failure, YAMLException.class)
                        .map(unreadable -> new AttentionException("a configuration file is no YAML: "
                                + String.valueOf(unreadable.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("")
                                + "; correct the files in jobs/")));
    }

    /** Whether files of the configuration could not be read, so that only the environment is left to ask. */
    static boolean areFilesUnreadable(Throwable failure) {
        return find(failure, YAMLException.class).isPresent();
    }

    private static Optional<Throwable> find(Throwable failure, Class<?> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(type::isInstance)
                .findFirst();
    }

    private static Throwable deepest(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : deepest(cause);
    }
}
