package io.allegiance.settings.source;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * The keys that the program reads, taken from the records that they are bound to. Keys are compared as Spring Boot compares them:
 * {@code late-days}, {@code lateDays} and {@code late_days} are one.
 */
public final class KnownKeys {

    private final Set<ConfigurationPropertyName> values = new LinkedHashSet<>();
    private final Set<ConfigurationPropertyName> lists = new LinkedHashSet<>();
    private final Set<ConfigurationPropertyName> maps = new LinkedHashSet<>();
    private final Set<ConfigurationPropertyName> sections = new LinkedHashSet<>();

    private KnownKeys() {}

    /**
     * Takes the keys of settings.
     *
     * @param settings records with {@link ConfigurationProperties}
     */
    public static KnownKeys of(List<Class<?>> settings) {
        KnownKeys keys = new KnownKeys();
        for (Class<?> each : settings) {
            ConfigurationProperties properties = each.getAnnotation(ConfigurationProperties.class);
            if (properties == null || !each.isRecord()) {
                throw new IllegalArgumentException(each + " must be a record of configuration properties");
            }
            keys.addSection(ConfigurationPropertyName.of(properties.value()), each);
        }
        return keys;
    }

    /** Takes the keys of one record below a section. */
    static KnownKeys ofSection(ConfigurationPropertyName section, Class<?> settings) {
        KnownKeys keys = new KnownKeys();
        keys.addSection(section, settings);
        return keys;
    }

    private void addSection(ConfigurationPropertyName section, Class<?> settings) {
        sections.add(section);
        Constructor<?> constructor =
                Arrays.stream(settings.getDeclaredConstructors()).findFirst().orElseThrow();
        for (Parameter parameter : constructor.getParameters()) {
            add(section.append(nameOf(parameter)), parameter.getType());
        }
    }

    private void add(ConfigurationPropertyName key, Class<?> type) {
        if (type.isRecord()) {
            addSection(key, type);
        } else if (Map.class.isAssignableFrom(type)) {
            maps.add(key);
        } else if (Collection.class.isAssignableFrom(type)) {
            lists.add(key);
        } else {
            values.add(key);
        }
    }

    private static String nameOf(Parameter parameter) {
        Name name = parameter.getAnnotation(Name.class);
        return name != null ? name.value() : DataObjectPropertyName.toDashedForm(parameter.getName());
    }

    /** Adds the keys of maps that the shipped files have; a map of which they have some has no others. */
    KnownKeys withKeysOfMaps(Collection<ConfigurationPropertyName> shipped) {
        shipped.stream().filter(this::isInMap).forEach(values::add);
        return this;
    }

    private boolean isInMap(ConfigurationPropertyName key) {
        return maps.stream().anyMatch(map -> map.isAncestorOf(key));
    }

    /** Returns whether a key is one of these, an element of a list or an entry of a map of these, or above one of these. */
    boolean contain(ConfigurationPropertyName key) {
        return values.contains(key)
                || lists.contains(key)
                || maps.contains(key)
                || sections.contains(key)
                || isElement(key)
                || maps.stream().anyMatch(map -> map.isAncestorOf(key) && !hasKeys(map));
    }

    private boolean isElement(ConfigurationPropertyName key) {
        return key.isLastElementIndexed() && lists.contains(key.getParent());
    }

    private boolean hasKeys(ConfigurationPropertyName map) {
        return values.stream().anyMatch(map::isAncestorOf);
    }

    /** Lists the keys that have a value or a list of values. */
    List<ConfigurationPropertyName> list() {
        return Stream.concat(values.stream(), lists.stream()).toList();
    }

    /** Returns whether keys are below it, and it has no value of its own. */
    boolean isSection(ConfigurationPropertyName key) {
        return sections.contains(key) || maps.contains(key);
    }

    boolean isList(ConfigurationPropertyName key) {
        return lists.contains(key);
    }

    /** Lists all keys as texts, those of maps without what is below them. */
    public List<String> names() {
        return Stream.of(values, lists, maps)
                .flatMap(Set::stream)
                .map(ConfigurationPropertyName::toString)
                .sorted()
                .toList();
    }
}
