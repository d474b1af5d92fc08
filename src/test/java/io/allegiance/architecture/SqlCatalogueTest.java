package io.allegiance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.platform.sql.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every statement is a file of {@code sql/query}: it explains itself, and classes of one package use it. */
class SqlCatalogueTest {

    private static final Path QUERIES = Path.of("sql", "query");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path PROGRAM = SOURCES.resolve(Path.of("io", "allegiance"));

    /** Lines of statements that belong to views with {@code business_date}, and to those without. */
    private static final String WITH_DATE = "-- with business_date";

    private static final String WITHOUT_DATE = "-- without business_date";

    private static final Set<String> BOTH_FORMS = Set.of(
            "doctor/list_currencies",
            "intake/source/find_boundary",
            "intake/source/find_date_range",
            "intake/source/list_day_totals",
            "intake/source/stream_day",
            "intake/source/total_anonymous_lines",
            "training/list_customers_left_out");

    /**
     * What the program replaces in the text of a statement at run time, and the statements that have it. No statement's name is
     * assembled.
     */
    private static final Map<String, Set<String>> ASSEMBLED = Map.of(
            "any_table",
            Set.of("doctor/try_delete"),
            "slot_00",
            Set.of("retention/empty_slot", "retention/empty_slot_of_horizons"),
            "IN (?)",
            Set.of(
                    "history/store/stream_days_of",
                    "history/store/stream_trade_days_of",
                    "history/store/stream_window_days_of"),
            "${",
            Set.of(
                    "platform/embedded/create_embedded_account",
                    "platform/embedded/delete_other_accounts",
                    "platform/embedded/grant_embedded_account",
                    "platform/embedded/grant_deciding",
                    "platform/embedded/grant_holding",
                    "platform/embedded/grant_reading",
                    "platform/embedded/revoke_creating",
                    "platform/embedded/revoke_creating_decisions"),
            WITH_DATE,
            BOTH_FORMS,
            WITHOUT_DATE,
            BOTH_FORMS);

    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");

    @Test
    void everyNameInTheCodeIsAStatement() {
        assertThat(namesInTheCode().keySet()).isNotEmpty().isSubsetOf(statements());
    }

    @Test
    void everyStatementIsUsedByThePackageOfItsFolderAlone() {
        Map<String, Set<String>> packages = namesInTheCode();
        assertThat(statements())
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(packages.getOrDefault(statement, Set.of()))
                        .as("packages that use sql/query/" + statement + ".sql")
                        .containsExactly(statement.substring(0, statement.lastIndexOf('/'))));
    }

    @Test
    void everyStatementBeginsWithACommentOfASentence() {
        for (Path file : files(QUERIES, ".sql")) {
            List<String> comment =
                    read(file).lines().takeWhile(line -> line.startsWith("--")).toList();
            assertThat(comment).as(file.toString()).isNotEmpty();
            assertThat(comment.get(0)).as(file.toString()).matches("-- [A-Z][a-z]+s .+");
            assertThat(comment.get(comment.size() - 1)).as(file.toString()).endsWith(".");
        }
    }

    @Test
    void statementsThatAreAssembledAtRunTimeAreNamedHere() {
        ASSEMBLED.forEach((replaced, statements) -> assertThat(statements())
                .filteredOn(statement -> Sql.get(statement).contains(replaced))
                .as("statements with " + replaced)
                .containsExactlyInAnyOrderElementsOf(statements));
    }

    @Test
    void bothFormsOfTheInputViewHaveTheSameClauses() {
        assertThat(BOTH_FORMS)
                .allSatisfy(statement -> assertThat(clauses(statement, WITH_DATE))
                        .isNotEmpty()
                        .isEqualTo(clauses(statement, WITHOUT_DATE)));
    }

    @Test
    void theCodeHoldsNoSql() {
        Pattern sql = Pattern.compile(
                "(SELECT|INSERT|UPDATE|DELETE|REPLACE|LOAD|TRUNCATE|ALTER|CREATE|DROP|GRANT|CALL|SHOW|LOCK|SET)\\s.*",
                Pattern.DOTALL);
        assertThat(strings()).isNotEmpty().noneMatch(text -> sql.matcher(text).matches());
    }

    @Test
    void aFileHoldsOneStatementWithoutASemicolon() {
        for (Path file : files(QUERIES, ".sql")) {
            List<String> lines =
                    read(file).lines().dropWhile(line -> line.startsWith("--")).toList();
            assertThat(lines)
                    .as(file.toString())
                    .isNotEmpty()
                    .noneMatch(line -> line.contains(";"))
                    .noneMatch(line -> line.startsWith("--"));
        }
    }

    private static List<String> clauses(String statement, String form) {
        return Sql.get(statement)
                .lines()
                .filter(line -> line.endsWith(form))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    private static Set<String> statements() {
        return files(QUERIES, ".sql").stream()
                .map(file -> slashed(QUERIES.relativize(file)).replace(".sql", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of statements in string literals of the program, each with the packages that use it, as paths. */
    private static Map<String, Set<String>> namesInTheCode() {
        String features = files(QUERIES, ".sql").stream()
                .map(file -> QUERIES.relativize(file).getName(0).toString())
                .distinct()
                .collect(Collectors.joining("|"));
        Pattern name = Pattern.compile("(" + features + ")/[a-z_/]+");
        Map<String, Set<String>> packages = new TreeMap<>();
        for (Path file : files(PROGRAM, ".java")) {
            strings(file)
                    .filter(text -> name.matcher(text).matches())
                    .forEach(text -> packages.computeIfAbsent(text, each -> new TreeSet<>())
                            .add(slashed(PROGRAM.relativize(file.getParent()))));
        }
        return packages;
    }

    private static Stream<String> strings() {
        return files(SOURCES, ".java").stream().flatMap(SqlCatalogueTest::strings);
    }

    private static Stream<String> strings(Path file) {
        return read(file)
                .lines()
                .map(line -> line.replace("'\"'", ""))
                .flatMap(line -> STRING.matcher(line).results())
                .map(found -> found.group(1));
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
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
