package io.allegiance.settings.source;

import io.allegiance.intake.format.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * Sieves out the names that are known at first sight, which are all of them at most starts.
 *
 * @param shipped the keys that the shipped files have
 * @param environment of the process
 */
record NameSieve(Set<ConfigurationPropertyName> shipped, Map<String, ?> environment) {

    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("allegiance");

    /** Shorter words are near to too much. */
    private static final int SHORTEST_MISSPELT_ROOT = 7;

    /** Lists the names of a source that have to be looked at. */
    List<String> leftOver(SourceNames source) {
        return source.names()
                .filter(name -> SourceNames.isOurs(name)
                        ? !isKnown(name, source)
                        : source.isInFile(name) && isMisplaced(SourceNames.toKey(name)))
                .toList();
    }

    private boolean isKnown(String name, SourceNames source) {
        if (source.isEnvironment()) {
            return KnownVariables.isVariable(name, environment);
        }
        return shipped.contains(SourceNames.toKey(name))
                || KnownVariables.isHandedIn(name)
                || source.isSystemProperties() && KnownVariables.isSystemProperty(name)
                || source.isArguments() && KnownVariables.isArgument(name);
    }

    /** A key of ours without the first word, as where the indentation was lost, or with a misspelt first word. */
    private boolean isMisplaced(ConfigurationPropertyName key) {
        return shipped.contains(ROOT.append(key)) || isRootMisspelt(key);
    }

    static boolean isRootMisspelt(ConfigurationPropertyName key) {
        String first = key.isEmpty() ? "" : key.getElement(0, Form.UNIFORM);
        return first.length() >= SHORTEST_MISSPELT_ROOT
                && NearestName.find(first, List.of(ROOT.toString())).isPresent();
    }
}
