package io.allegiance.settings.source;

import io.allegiance.intake.format.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/** Finds the key that somebody meant who mistyped one, or wrote it in the wrong section. */
final class NearestKey {

    private static final String ROOT = "allegiance.";
    private static final String VARIABLE = "ALLEGIANCE_";

    private final List<ConfigurationPropertyName> keys;

    NearestKey(KnownKeys keys) {
        this.keys = keys.list();
    }

    /** Finds the key that was meant: one of the same section before all others, and then one of the same name elsewhere. */
    Optional<String> find(ConfigurationPropertyName typed) {
        if (typed.getNumberOfElements() < 2) {
            return Optional.empty();
        }
        String section = typed.getParent().toString() + ".";
        List<String> siblings = keys.stream()
                .filter(key -> typed.getParent().equals(key.getParent()))
                .map(NearestKey::lastOf)
                .toList();
        return NearestName.find(lastOf(typed), siblings)
                .map(section::concat)
                .or(() -> findOfTheName(lastOf(typed)))
                .or(() -> findNearest(typed));
    }

    /** Finds the key of a name that is in one section alone. */
    private Optional<String> findOfTheName(String name) {
        List<String> same = keys.stream()
                .filter(key -> lastOf(key).replace("-", "").equals(name.replace("-", "")))
                .map(ConfigurationPropertyName::toString)
                .toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    private Optional<String> findNearest(ConfigurationPropertyName typed) {
        List<String> names = keys.stream().map(key -> key.subName(1).toString()).toList();
        return NearestName.find(typed.subName(1).toString(), names).map(ROOT::concat);
    }

    /** Finds the environment variable that was meant. */
    Optional<String> findVariable(String typed) {
        List<String> names = keys.stream()
                .map(NearestKey::toVariable)
                .map(name -> name.substring(VARIABLE.length()))
                .toList();
        String upper = typed.toUpperCase(Locale.ROOT);
        return NearestName.find(upper.substring(Math.min(upper.length(), VARIABLE.length())), names)
                .map(VARIABLE::concat);
    }

    static String toVariable(ConfigurationPropertyName key) {
        return key.toString().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static String lastOf(ConfigurationPropertyName key) {
        return key.getLastElement(Form.DASHED);
    }
}
