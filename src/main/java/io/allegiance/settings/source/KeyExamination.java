package io.allegiance.settings.source;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.origin.PropertySourceOrigin;

/** Finds the names of a source that are no keys of the program in any form in which Spring Boot reads them. */
final class KeyExamination {

    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("allegiance");

    /** Of an element of a list, and what is below it. */
    private static final Pattern INDEX = Pattern.compile("\\[[0-9]+].*");

    private final KnownKeys keys;
    private final NearestKey nearest;
    private final Supplier<? extends Collection<String>> variablesOfFormats;

    KeyExamination(KnownKeys keys, Supplier<? extends Collection<String>> variablesOfFormats) {
        this.keys = keys;
        this.nearest = new NearestKey(keys);
        this.variablesOfFormats = variablesOfFormats;
    }

    List<UnknownKey> examine(SourceNames source, List<String> names) {
        return source.isEnvironment() ? examineVariables(source, names) : examineKeys(source, names);
    }

    private List<UnknownKey> examineKeys(SourceNames source, List<String> names) {
        // The elements of a list are one key.
        Map<String, String> firstNames = new LinkedHashMap<>();
        for (String name : names) {
            if (!keys.contain(SourceNames.toKey(name)) || isSectionWithValue(source, name)) {
                firstNames.putIfAbsent(INDEX.matcher(name).replaceFirst(""), name);
            }
        }
        return firstNames.entrySet().stream()
                .map(each -> new UnknownKey(each.getKey(), source.describeOrigin(each.getValue()), hint(each.getKey())))
                .toList();
    }

    /** Spring Boot reads the keys of a section, and passes over what the section itself is set to. */
    private boolean isSectionWithValue(SourceNames source, String name) {
        return keys.isSection(SourceNames.toKey(name)) && !source.isBlank(name);
    }

    private String hint(String name) {
        return keys.isSection(SourceNames.toKey(name))
                ? "a section, which has keys and no value"
                : hint(findMeant(name));
    }

    private static String hint(Optional<String> meant) {
        return meant.map(key -> "did you mean " + key + "?").orElse("");
    }

    private Optional<String> findMeant(String name) {
        ConfigurationPropertyName key = SourceNames.toKey(name);
        if (SourceNames.isOurs(name)) {
            return nearest.find(key);
        }
        ConfigurationPropertyName corrected = ROOT.append(NameSieve.isRootMisspelt(key) ? key.subName(1) : key);
        return keys.contain(corrected) ? Optional.of(corrected.toString()) : nearest.find(corrected);
    }

    private List<UnknownKey> examineVariables(SourceNames source, List<String> names) {
        Set<String> read = variablesRead(source.source());
        List<String> unread =
                names.stream().filter(name -> !read.contains(name)).toList();
        if (unread.isEmpty()) {
            return List.of();
        }
        Collection<String> ofFormats = variablesOfFormats.get();
        return unread.stream()
                .filter(name -> !ofFormats.contains(name))
                .map(name -> new UnknownKey(name, source.describeOrigin(name), hint(nearest.findVariable(name))))
                .toList();
    }

    /** Asks Spring Boot for every key, because a variable is that of a key only when the key is asked for. */
    private Set<String> variablesRead(ConfigurationPropertySource environment) {
        Set<String> read = new HashSet<>();
        for (ConfigurationPropertyName key : keys.list()) {
            addName(environment.getConfigurationProperty(key), read);
            if (keys.isList(key)) {
                int index = 0;
                while (addName(environment.getConfigurationProperty(key.append("[" + index + "]")), read)) {
                    index++;
                }
            }
        }
        return read;
    }

    private static boolean addName(@Nullable ConfigurationProperty property, Set<String> names) {
        if (property != null && property.getOrigin() instanceof PropertySourceOrigin origin) {
            names.add(origin.getPropertyName());
        }
        return property != null;
    }
}
