package io.allegiance.cli.exit;

import io.allegiance.failure.AttentionException;
import io.allegiance.failure.CauseChain;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.yaml.snakeyaml.error.YAMLException;

/** Turns a configuration that cannot be read or bound into a message that says what to correct. */
final class ConfigurationFailures {

    private ConfigurationFailures() {}

    /** Finds what a failed start says about the configuration; empty where it failed for another reason. */
    static Optional<AttentionException> find(Throwable failure) {
        return CauseChain.<Throwable>find(failure, ConfigurationPropertiesBindException.class)
                .or(() -> CauseChain.find(failure, TypeMismatchException.class))
                .map(ConfigurationFailures::describeRefusal)
                .or(() -> CauseChain.find(failure, YAMLException.class).map(ConfigurationFailures::describeUnreadable));
    }

    /** Returns whether configuration files could not be read, so that only the environment can still be asked. */
    static boolean areFilesUnreadable(Throwable failure) {
        return CauseChain.find(failure, YAMLException.class).isPresent();
    }

    private static AttentionException describeRefusal(Throwable refusal) {
        return new AttentionException("the configuration is refused: " + placeOf(refusal)
                + rootOf(refusal).getMessage() + "; correct it in jobs/nightly.yaml or the environment");
    }

    /** The key of a single value that cannot be read, and its file and line; empty where settings together are refused. */
    private static String placeOf(Throwable refusal) {
        ConfigurationProperty property = CauseChain.find(refusal, BindException.class)
                .map(BindException::getProperty)
                .orElse(null);
        if (property == null) {
            return "";
        }
        return property.getName() + lineOf(property.getOrigin()) + ": ";
    }

    private static String lineOf(@Nullable Origin origin) {
        Origin source = origin instanceof PropertySourceOrigin inSource ? inSource.getOrigin() : origin;
        if (source instanceof TextResourceOrigin text && text.getResource() != null && text.getLocation() != null) {
            return " (" + text.getResource().getFilename() + ", line "
                    + (text.getLocation().getLine() + 1) + ")";
        }
        return "";
    }

    private static AttentionException describeUnreadable(Throwable unreadable) {
        String firstLine =
                String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
        return new AttentionException(
                "a configuration file is not YAML: " + firstLine + "; correct the files in jobs/");
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootOf(cause);
    }
}
