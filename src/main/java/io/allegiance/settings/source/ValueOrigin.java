package io.allegiance.settings.source;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.Resource;

/** Says where a value of the configuration comes from, such that a person finds it. */
public final class ValueOrigin {

    private static final String VARIABLE = "the environment variable ";

    private ValueOrigin() {}

    /** Describes a place, such as {@code jobs/nightly.yaml, line 12} or {@code the environment variable ALLEGIANCE_ZONE}. */
    public static String describe(@Nullable Origin origin) {
        if (origin instanceof PropertySourceOrigin inSource) {
            return describe(inSource);
        }
        if (origin instanceof SystemEnvironmentOrigin variable) {
            return VARIABLE + variable.getProperty();
        }
        return origin instanceof TextResourceOrigin text ? describe(text, true) : "an unknown place";
    }

    private static String describe(PropertySourceOrigin inSource) {
        Origin origin = inSource.getOrigin();
        if (origin instanceof TextResourceOrigin text) {
            return describe(text, isInLines(inSource));
        }
        if (origin != null) {
            return describe(origin);
        }
        PropertySource<?> source = inSource.getPropertySource();
        String name = inSource.getPropertyName();
        return switch (source.getName()) {
            case StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME -> VARIABLE + name;
            case StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME -> "the system property " + name;
            case CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME -> "the command line";
            default -> source.getName();
        };
    }

    /** Returns whether a value is on a line of a file. A folder of files with one value each has names, but no lines. */
    static boolean isInLines(@Nullable Origin origin) {
        return origin instanceof PropertySourceOrigin inSource
                && inSource.getOrigin() instanceof TextResourceOrigin
                && !(inSource.getPropertySource() instanceof ConfigTreePropertySource);
    }

    private static String describe(TextResourceOrigin text, boolean withLine) {
        Resource resource = text.getResource();
        String file = resource == null ? "a file" : fileOf(resource);
        return withLine && text.getLocation() != null
                ? file + ", line " + (text.getLocation().getLine() + 1)
                : file;
    }

    /** The path of a file, without the working directory where it is below that. */
    static String fileOf(Resource resource) {
        try {
            if (resource.isFile()) {
                Path file = resource.getFile().toPath().toAbsolutePath().normalize();
                Path here = Path.of("").toAbsolutePath();
                return file.startsWith(here) ? here.relativize(file).toString() : file.toString();
            }
        } catch (IOException e) {
            // The description says which it is, as well as it can be said.
        }
        return resource.getDescription();
    }
}
