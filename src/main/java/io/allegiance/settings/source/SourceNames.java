package io.allegiance.settings.source;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * One source of the configuration, and the names in it as they are written.
 *
 * @param source as Spring Boot reads it
 * @param properties what it reads
 */
record SourceNames(ConfigurationPropertySource source, EnumerablePropertySource<?> properties) {

    private static final Pattern OURS = Pattern.compile("(?i)allegiance([^a-z].*)?", Pattern.DOTALL);

    /** Lists the sources, those that win first. */
    static List<SourceNames> list(ConfigurableEnvironment environment) {
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .flatMap(SourceNames::of)
                .toList();
    }

    private static Stream<SourceNames> of(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof EnumerablePropertySource<?> properties
                ? Stream.of(new SourceNames(source, properties))
                : Stream.empty();
    }

    /** Lists the names that begin with that of the program, in whatever form. */
    List<String> ours() {
        return names().filter(SourceNames::isOurs).toList();
    }

    static boolean isOurs(String name) {
        return OURS.matcher(name).matches();
    }

    Stream<String> names() {
        return Arrays.stream(properties.getPropertyNames());
    }

    static ConfigurationPropertyName toKey(String name) {
        return ConfigurationPropertyName.adapt(name, '.');
    }

    boolean isBlank(String name) {
        Object value = properties.getProperty(name);
        return value == null || value.toString().isBlank();
    }

    /** Describes where a name is. */
    String describeOrigin(String name) {
        return ValueOrigin.describe(PropertySourceOrigin.get(properties, name));
    }

    /** Returns whether a name is on a line of a file of keys, and not the name of a file with one value. */
    boolean isInFile(String name) {
        return ValueOrigin.isInLines(PropertySourceOrigin.get(properties, name));
    }

    /** Returns whether it comes with the program: in a file of its jar, or as what holds without any file. */
    boolean isShipped() {
        return DefaultPropertiesPropertySource.hasMatchingName(properties)
                || properties.getName().contains("class path resource [");
    }

    /** Returns whether it is the program's own say of where the configuration is. */
    boolean isLocations() {
        return properties.getName().equals(SearchLocations.NAME);
    }

    boolean isEnvironment() {
        return properties.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    }

    boolean isSystemProperties() {
        return properties.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
    }

    boolean isArguments() {
        return properties.getName().equals(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME);
    }
}
