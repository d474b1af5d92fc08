package io.allegiance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say of security holds: tests that are named are there, and nobody is told to type a password. */
class SecurityPageTest {

    private static final Path PAGE = Path.of("src", "docs", "security.md");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9_]*Test)`");

    /** A password behind its name, or behind the option of MySQL's client. That of a trust store protects nothing secret. */
    private static final Pattern TYPED = Pattern.compile(
            "(?i)(?<!trustCertificateKeyStore)password=(?!\\$)\\S|(^|\\s)(mysql|mariadb)\\s[^#]*\\s-p\\S");

    @Test
    void everyTestOfThePageExists() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            tests = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        assertThat(TEST.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)))
                .hasSizeGreaterThan(20)
                .allSatisfy(named -> assertThat(tests).contains(named));
    }

    @Test
    void everyThreatHasATest() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals("## Threats"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| ") && !line.startsWith("| who "))
                .toList();
        assertThat(rows).hasSizeGreaterThan(10).allSatisfy(row -> {
            String[] cells = row.split(" \\| ");
            assertThat(cells).as(row).hasSize(5);
            assertThat(TEST.matcher(cells[4]).find()).as(row).isTrue();
        });
    }

    @Test
    void theEmbeddedVersionIsThatOfTheBuild() throws IOException {
        String version = Files.readString(Path.of("pom.xml"))
                .replaceAll("(?s).*<mariadb.version>(.*?)</mariadb.version>.*", "$1");
        assertThat(Files.readString(PAGE)).contains("Its version is " + version + ".");
    }

    /** The texts of licences that are shipped beside the parts that they belong to. */
    @Test
    void licenceTextsAreShipped() throws IOException {
        assertThat(Files.readString(Path.of("src", "release", "embedded", "COPYING")))
                .contains("GNU GENERAL PUBLIC LICENSE", "Version 2, June 1991");
        assertThat(Files.readString(Path.of("src", "release", "embedded.xml")))
                .contains("src/release/embedded/COPYING");
        assertThat(Files.readString(Path.of("src", "release", "program.xml")))
                .contains("target/release/licence-texts", "META-INF/THIRD-PARTY.txt", "<include>NOTICE</include>");
    }

    static List<Path> texts() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("src", "docs"));
                Stream<Path> jobs = Files.walk(Path.of("jobs"));
                Stream<Path> sql = Files.walk(Path.of("sql"))) {
            return Stream.of(Stream.of(Path.of("README.md")), docs, jobs, sql)
                    .flatMap(files -> files)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void nobodyIsToldToTypeAPassword(Path text) throws IOException {
        assertThat(Files.readAllLines(text))
                .allSatisfy(
                        line -> assertThat(TYPED.matcher(line).find()).as(line).isFalse());
    }
}
