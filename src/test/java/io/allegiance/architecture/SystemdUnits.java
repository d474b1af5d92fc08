package io.allegiance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The samples for systemd, by section and key. */
final class SystemdUnits {

    static final Path FOLDER = Path.of("jobs", "schedule", "systemd");

    private static final Pattern PAIR = Pattern.compile("([A-Z][A-Za-z]+)=(.*)");

    private SystemdUnits() {}

    /** Reads a unit: sections of keys, each once. */
    static Map<String, Map<String, String>> read(String file) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> section = Map.of();
        for (String line : lines(file)) {
            if (line.matches("\\[[A-Z][a-z]+]")) {
                section = new LinkedHashMap<>();
                assertThat(sections.put(line.substring(1, line.length() - 1), section))
                        .isNull();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                List<MatchResult> pairs = PAIR.matcher(line).results().toList();
                assertThat(pairs).as(line).hasSize(1);
                assertThat(section.put(pairs.get(0).group(1), pairs.get(0).group(2)))
                        .as(line)
                        .isNull();
            }
        }
        return sections;
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
