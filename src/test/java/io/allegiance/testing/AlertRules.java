package io.allegiance.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The alert rules in {@code jobs/observe}. */
public final class AlertRules {

    private static final Path FILE = Path.of("jobs", "observe", "alerts.yaml");

    private AlertRules() {}

    /** The whole document. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> document() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return (Map<String, Object>) new Yaml(new SafeConstructor(options)).load(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The groups of rules. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> groups() {
        return (List<Map<String, Object>>) document().get("groups");
    }

    /** The rules of all groups. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> rules() {
        return groups().stream()
                .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                .toList();
    }
}
