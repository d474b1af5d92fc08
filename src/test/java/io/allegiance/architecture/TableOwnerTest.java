package io.allegiance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One package writes each table; its statements are in the folder of that name. */
class TableOwnerTest {

    private static final Path QUERIES = Path.of("sql", "query");

    /** Deletes old rows of many tables. */
    private static final String RETENTION = "retention";

    /** Tables in which an import leaves a note for the next night, which takes it away; and the table of Spring Batch. */
    private static final Set<String> SHARED = Set.of("business_day_again", "incident_change", "batch_step_execution");

    private static final Pattern WRITE = Pattern.compile(
            "(?:INSERT(?: IGNORE)? INTO|REPLACE INTO|INTO TABLE|^UPDATE|DELETE FROM)\\s+(\\w+)",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    @Test
    void onePackageWritesEachTable() throws IOException {
        Map<String, Set<String>> writers = writers();
        assertThat(writers).containsEntry("import_rejection", Set.of("intake/quarantine"));
        writers.keySet().removeAll(SHARED);
        assertThat(writers)
                .isNotEmpty()
                .allSatisfy((table, folders) -> assertThat(folders)
                        .as("folders whose statements write " + table)
                        .hasSize(1));
    }

    private static Map<String, Set<String>> writers() throws IOException {
        Map<String, Set<String>> writers = new TreeMap<>();
        for (Path file : files()) {
            String folder = QUERIES.relativize(file.getParent()).toString().replace('\\', '/');
            WRITE.matcher(statement(file))
                    .results()
                    .map(write -> write.group(1).toLowerCase(Locale.ROOT))
                    .forEach(table -> writers.computeIfAbsent(table, name -> new TreeSet<>())
                            .add(folder));
        }
        return writers;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(QUERIES)) {
            return all.filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> !file.startsWith(QUERIES.resolve(RETENTION)))
                    .toList();
        }
    }

    private static String statement(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
        }
    }
}
