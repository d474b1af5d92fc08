package io.allegiance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The text of every statement lies in {@code sql/query}, and all that lies there is used. */
class SqlCatalogueTest {

    private static final Path QUERIES = Path.of("sql", "query");
    private static final Path SOURCES = Path.of("src", "main", "java");

    /** Names that the code puts together: the first part stands in the code, the rest is the name of a table, feed or right. */
    private static final Set<String> FIRST_PARTS = Set.of("doctor/try_", "intake/feed/find_", "intake/feed/put_");

    /** For views with and without business_date. */
    private static final String BY_TIME = "_by_time";

    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");

    @Test
    void everyNameInTheCodeIsAStatement() {
        Set<String> statements = statements();
        assertThat(namesInTheCode())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(FIRST_PARTS.contains(name) || statements.contains(name))
                        .as(name + " is a file of sql/query, or the first part of names that the code puts together")
                        .isTrue());
    }

    @Test
    void everyStatementIsUsed() {
        Set<String> names = namesInTheCode();
        assertThat(statements())
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(isUsed(statement, names))
                        .as("sql/query/" + statement + ".sql is used")
                        .isTrue());
    }

    private static boolean isUsed(String statement, Set<String> names) {
        return names.contains(statement)
                || (statement.endsWith(BY_TIME)
                        && names.contains(statement.substring(0, statement.length() - BY_TIME.length())))
                || FIRST_PARTS.stream().filter(names::contains).anyMatch(statement::startsWith);
    }

    @Test
    void everyStatementWithoutBusinessDateHasItsTwin() {
        Set<String> statements = statements();
        assertThat(statements)
                .filteredOn(statement -> statement.endsWith(BY_TIME))
                .isNotEmpty()
                .allSatisfy(statement ->
                        assertThat(statements).contains(statement.substring(0, statement.length() - BY_TIME.length())));
    }

    @Test
    void theCodeHoldsNoSql() {
        Pattern sql = Pattern.compile(
                "(SELECT|INSERT|UPDATE|DELETE|REPLACE|LOAD|TRUNCATE|ALTER|CREATE|DROP|GRANT|CALL|SHOW|LOCK|SET)\\s.*",
                Pattern.DOTALL);
        assertThat(strings()).isNotEmpty().noneMatch(text -> sql.matcher(text).matches());
    }

    @Test
    void aFileHoldsOneStatementWithoutASemicolonAndExplainsItselfOnTop() {
        for (Path file : files(QUERIES, ".sql")) {
            List<String> lines = read(file).lines().toList();
            assertThat(lines.stream().dropWhile(line -> line.startsWith("--")).toList())
                    .as(file.toString())
                    .isNotEmpty()
                    .noneMatch(line -> line.contains(";"))
                    .noneMatch(line -> line.startsWith("--"));
        }
    }

    private static Set<String> statements() {
        return files(QUERIES, ".sql").stream()
                .map(file ->
                        QUERIES.relativize(file).toString().replace('\\', '/').replace(".sql", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> namesInTheCode() {
        String features = files(QUERIES, ".sql").stream()
                .map(file -> QUERIES.relativize(file).getName(0).toString())
                .distinct()
                .collect(Collectors.joining("|"));
        Pattern name = Pattern.compile("(" + features + ")/[a-z_/]+");
        return strings().filter(text -> name.matcher(text).matches()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> strings() {
        return files(SOURCES, ".java").stream()
                .flatMap(file -> read(file).lines())
                .map(line -> line.replace("'\"'", ""))
                .flatMap(line -> STRING.matcher(line).results())
                .map(found -> found.group(1));
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
