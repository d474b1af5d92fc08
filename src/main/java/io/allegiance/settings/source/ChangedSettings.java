package io.allegiance.settings.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;

/** Lists what is configured otherwise than the program comes. */
public final class ChangedSettings {

    private static final List<ConfigurationPropertyName> OF_THE_DATABASE = Stream.of("url", "username", "password")
            .map(name -> ConfigurationPropertyName.of("spring.datasource." + name))
            .toList();

    private final List<SourceNames> shipped;
    private final List<SourceNames> configured;

    private ChangedSettings(List<SourceNames> sources) {
        this.shipped = sources.stream().filter(SourceNames::isShipped).toList();
        this.configured = sources.stream().filter(source -> !source.isShipped()).toList();
    }

    /** Lists the settings that have another value than the shipped one, those of the database among them. */
    public static List<ChangedSetting> list(ConfigurableEnvironment environment, KnownKeys keys) {
        List<SourceNames> sources = SourceNames.list(environment);
        List<ConfigurationPropertyName> shippedNames = sources.stream()
                .filter(SourceNames::isShipped)
                .flatMap(source -> source.ours().stream())
                .map(SourceNames::toKey)
                .toList();
        ChangedSettings settings = new ChangedSettings(sources);
        return Stream.concat(keys.withKeysOfMaps(shippedNames).list().stream(), OF_THE_DATABASE.stream())
                .flatMap(key -> settings.find(key).stream())
                .toList();
    }

    private Optional<ChangedSetting> find(ConfigurationPropertyName key) {
        String usual = read(key, shipped)
                .map(ChangedSettings::text)
                .filter(text -> !text.isEmpty())
                .orElse(null);
        return read(key, configured)
                .filter(values -> !text(values).equals(usual == null ? "" : usual))
                .map(values -> new ChangedSetting(
                        key.toString(),
                        Secrets.hide(key.toString(), text(values)),
                        usual,
                        ValueOrigin.describe(values.get(0).getOrigin())));
    }

    /** Reads a value, or the elements of a list, from the first source that has it. */
    private static Optional<List<ConfigurationProperty>> read(
            ConfigurationPropertyName key, List<SourceNames> sources) {
        return sources.stream()
                .map(source -> read(key, source))
                .filter(values -> !values.isEmpty())
                .findFirst();
    }

    private static List<ConfigurationProperty> read(ConfigurationPropertyName key, SourceNames source) {
        ConfigurationProperty whole = source.source().getConfigurationProperty(key);
        if (whole != null) {
            return List.of(whole);
        }
        List<ConfigurationProperty> values = new ArrayList<>();
        ConfigurationProperty element = source.source().getConfigurationProperty(key.append("[0]"));
        while (element != null) {
            values.add(element);
            element = source.source().getConfigurationProperty(key.append("[" + values.size() + "]"));
        }
        return values;
    }

    private static String text(List<ConfigurationProperty> values) {
        return values.stream()
                .map(value -> String.valueOf(value.getValue()).strip())
                .collect(Collectors.joining(", "));
    }
}
