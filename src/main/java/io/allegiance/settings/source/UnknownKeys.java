package io.allegiance.settings.source;

import io.allegiance.failure.UnknownKeysException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Refuses keys that the program does not read: in files, in the environment and among system properties. A misspelt one would
 * otherwise be ignored, and the default hold.
 */
public final class UnknownKeys {

    private final Supplier<KnownKeys> settings;
    private final Function<Environment, ? extends Collection<String>> variablesOfFormats;
    private final boolean inOwnProcess;

    /**
     * @param settings the keys of the program; asked for only where the shipped files do not have a key
     * @param variablesOfFormats the environment variables that formats of files read; asked for only where one is not known
     * @param inOwnProcess whether the system properties are the program's, and not those of a program around it
     */
    public UnknownKeys(
            Supplier<KnownKeys> settings,
            Function<Environment, ? extends Collection<String>> variablesOfFormats,
            boolean inOwnProcess) {
        this.settings = settings;
        this.variablesOfFormats = variablesOfFormats;
        this.inOwnProcess = inOwnProcess;
    }

    /**
     * Requires that the program reads every key, and that no file has one twice.
     *
     * @throws UnknownKeysException with each such key, where it is, and the key that was most likely meant
     */
    public void refuse(ConfigurableEnvironment environment) {
        List<SourceNames> all = SourceNames.list(environment);
        Set<ConfigurationPropertyName> shipped = all.stream()
                .filter(SourceNames::isShipped)
                .flatMap(source -> source.ours().stream())
                .map(SourceNames::toKey)
                .collect(Collectors.toSet());
        List<SourceNames> sources = all.stream()
                .filter(source -> !source.isShipped() && (inOwnProcess || !source.isSystemProperties()))
                .toList();
        refuseReplaced(sources);
        NameSieve sieve = new NameSieve(shipped, environment.getSystemEnvironment());
        requireNone(listUnknown(sources, sieve, () -> variablesOfFormats.apply(environment)));
        sources.forEach(RepeatedKeys::refuse);
    }

    /** It is not followed, because the program would lose its own settings. */
    private static void refuseReplaced(List<SourceNames> sources) {
        ConfigurationPropertyName replacing = ConfigurationPropertyName.of(SearchLocations.REPLACING);
        for (SourceNames source : sources) {
            ConfigurationProperty found =
                    source.isLocations() ? null : source.source().getConfigurationProperty(replacing);
            if (found != null) {
                throw new UnknownKeysException(ValueOrigin.describe(found.getOrigin()) + " sets " + replacing
                        + ", which would replace the settings of the program itself; name your files in"
                        + " SPRING_CONFIG_ADDITIONAL_LOCATION or with --config");
            }
        }
    }

    private List<UnknownKey> listUnknown(
            List<SourceNames> sources, NameSieve sieve, Supplier<? extends Collection<String>> others) {
        List<UnknownKey> unknown = new ArrayList<>();
        for (SourceNames source : sources) {
            List<String> left = sieve.leftOver(source);
            if (!left.isEmpty()) {
                KnownKeys keys = settings.get().withKeysOfMaps(sieve.shipped());
                unknown.addAll(new KeyExamination(keys, others).examine(source, left));
            }
        }
        return unknown;
    }

    private static void requireNone(List<UnknownKey> unknown) {
        if (!unknown.isEmpty()) {
            throw new UnknownKeysException((unknown.size() == 1
                            ? "the configuration has a key that the program does not know: "
                            : "the configuration has " + unknown.size() + " keys that the program does not know: ")
                    + unknown.stream().map(UnknownKey::describe).collect(Collectors.joining(", "))
                    + "; correct or remove " + (unknown.size() == 1 ? "it" : "them"));
        }
    }
}
