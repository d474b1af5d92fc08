package io.allegiance.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The example of a dbt project, and its tests as the statements that dbt makes of them. */
final class DbtSources {

    private static final Path FOLDER = Path.of("sql", "examples", "dbt");
    private static final Pattern SOURCE = Pattern.compile("source\\('allegiance', '(\\w+)'\\)");
    private static final Pattern SOURCE_OF_STATEMENT = Pattern.compile("\\{\\{ " + SOURCE.pattern() + " }}");

    private DbtSources() {}

    /**
     * A column of a source.
     *
     * @param tests names of generic tests, or maps of a name to arguments
     */
    record Column(String table, String name, List<Object> tests) {

        /** The statements that find what fails each test; those of dbt return no row where all is well. */
        List<String> statements() {
            return tests.stream().map(this::statement).toList();
        }

        private String statement(Object test) {
            String kind = test instanceof Map<?, ?> map
                    ? map.keySet().iterator().next().toString()
                    : test.toString();
            Map<String, Object> arguments =
                    test instanceof Map<?, ?> ? map(map(test).get(kind)) : Map.of();
            Object where = map(arguments.getOrDefault("config", Map.of())).getOrDefault("where", "1 = 1");
            String rows = "(SELECT * FROM " + table + " WHERE " + where + ") t";
            return switch (kind) {
                case "not_null" -> "SELECT * FROM " + rows + " WHERE " + name + " IS NULL";
                case "unique" ->
                    "SELECT " + name + " FROM " + rows + " WHERE " + name + " IS NOT NULL GROUP BY " + name
                            + " HAVING COUNT(*) > 1";
                case "accepted_values" ->
                    "SELECT " + name + " FROM " + rows + " WHERE " + name + " NOT IN ('"
                            + String.join("', '", values(arguments)) + "')";
                case "relationships" ->
                    "SELECT t." + name + " FROM " + rows + " LEFT JOIN "
                            + sources(arguments.get("to")).get(0) + " p ON p." + arguments.get("field") + " = t." + name
                            + " WHERE t." + name + " IS NOT NULL AND p." + arguments.get("field") + " IS NULL";
                default -> throw new AssertionError("no such generic test: " + kind);
            };
        }

        /** The values that accepted_values lists; empty where the column has no such test. */
        List<String> acceptedValues() {
            return tests.stream()
                    .filter(test -> test instanceof Map<?, ?> map && map.containsKey("accepted_values"))
                    .flatMap(test -> values(map(map(test).get("accepted_values"))).stream())
                    .toList();
        }
    }

    /** The tables, each as the file describes it. */
    static List<Map<String, Object>> tables() {
        List<Map<String, Object>> tables = new ArrayList<>();
        list(read("sources.yml").get("sources"))
                .forEach(source -> list(map(source).get("tables")).forEach(table -> tables.add(map(table))));
        return tables;
    }

    /** The columns of all tables. */
    static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Map<String, Object> table : tables()) {
            for (Object each : list(table.get("columns"))) {
                Map<String, Object> column = map(each);
                columns.add(new Column(
                        table.get("name").toString(),
                        column.get("name").toString(),
                        list(column.getOrDefault("data_tests", List.of()))));
            }
        }
        return columns;
    }

    /** The exposures. */
    static List<Map<String, Object>> exposures() {
        return list(read("exposures.yml").get("exposures")).stream()
                .map(DbtSources::map)
                .toList();
    }

    /** The tables that a text names as sources. */
    static List<String> sources(Object text) {
        return SOURCE.matcher(text.toString())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The tests that are statements of their own, with the tables in place of the sources. */
    static List<String> ownStatements() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("tests"))) {
            return files.sorted()
                    .map(DbtSources::text)
                    .map(text -> SOURCE_OF_STATEMENT.matcher(text).replaceAll((MatchResult found) -> found.group(1)))
                    .toList();
        }
    }

    private static Map<String, Object> read(String file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return map(new Yaml(new SafeConstructor(options)).load(text(FOLDER.resolve(file))));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> values(Map<String, Object> arguments) {
        return list(arguments.get("values")).stream().map(Object::toString).toList();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
