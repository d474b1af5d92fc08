package io.allegiance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.cli.ParsedCommand;
import io.allegiance.failure.ExitCode;
import io.allegiance.scoring.ScoreColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

/** The documents: links resolve, commands and paths exist, and references are complete. */
class DocumentsTest {

    private static final Path DOCS = Path.of("src", "docs");
    private static final int MOST_LINES_OF_README = 200;

    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern PATH = Pattern.compile("`((?:jobs|sql|src|\\.ci)/[A-Za-z0-9_./@-]+)`");
    private static final Pattern COMMAND = Pattern.compile("jobs/allegiance ([a-z][^\\n#`]*)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /** What a document writes in place of a value, and a value. */
    private static final Map<String, String> PLACEHOLDERS = Map.of("DATE", "2025-01-01", "N", "1");

    static List<Path> documents() throws IOException {
        try (Stream<Path> pages = Files.walk(DOCS)) {
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("CHANGELOG.md")), pages.sorted())
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkResolves(Path document) throws IOException {
        Path folder = document.toAbsolutePath().getParent();
        for (String link : found(LINK, withoutFences(document))) {
            if (!link.startsWith("https://")) {
                String[] parts = link.split("#", 2);
                Path target =
                        parts[0].isEmpty() ? document : folder.resolve(parts[0]).normalize();
                assertThat(target).as(link + " in " + document).exists();
                if (parts.length > 1) {
                    assertThat(anchors(target)).as(link + " in " + document).contains(parts[1]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyPathExists(Path document) throws IOException {
        assertThat(found(PATH, withoutFences(document)))
                .allSatisfy(path -> assertThat(Path.of(path)).exists());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyCommandIsOneOfTheProgram(Path document) throws IOException {
        assertThat(found(COMMAND, Files.readString(document)))
                .allSatisfy(command ->
                        assertThat(ParsedCommand.findError(words(command))).isEmpty());
    }

    @Test
    void readmeIsShort() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(MOST_LINES_OF_README);
    }

    @Test
    void indexLinksEveryPage() throws IOException {
        Set<Path> linked = found(LINK, withoutFences(DOCS.resolve("README.md"))).stream()
                .map(link -> DOCS.resolve(link.split("#", 2)[0]).normalize())
                .collect(Collectors.toSet());
        List<Path> pages;
        try (Stream<Path> files = Files.list(DOCS)) {
            pages = files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("README.md"))
                    .toList();
        }
        assertThat(linked).containsAll(pages);
    }

    @Test
    void commandReferenceNamesEveryCommandAndOption() throws IOException {
        String page = Files.readString(DOCS.resolve("commands.md"));
        String summary = page.substring(page.indexOf("```"), page.indexOf("\n## "));
        ParsedCommand.options().forEach((command, options) -> {
            assertThat(summary).contains("\n" + command + " ");
            String section = section(page, "### " + command);
            assertThat(options).allSatisfy(option -> assertThat(section).contains(option));
        });
    }

    @Test
    void exitCodesAreThoseOfTheProgram() throws IOException {
        String table = section(Files.readString(DOCS.resolve("commands.md")), "## Exit codes");
        List<String> codes = Arrays.stream(ExitCode.values())
                .map(code -> String.valueOf(code.code()))
                .toList();
        assertThat(found(Pattern.compile("(?m)^\\| ([0-9]+) \\|"), table)).isEqualTo(codes);
    }

    @Test
    void configurationNamesEveryKey() throws IOException {
        String page = Files.readString(DOCS.resolve("configuration.md"));
        for (String file : List.of("nightly", "train", "maintain", "watch")) {
            YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
            yaml.setResources(new FileSystemResource(Path.of("jobs", file + ".yaml")));
            yaml.getObject()
                    .keySet()
                    .forEach(key -> assertThat(page)
                            .containsAnyOf("`" + key + "`", "`" + key.toString().replaceFirst("[a-z-]+$", "*") + "`"));
        }
    }

    @Test
    void columnReferenceNamesEveryPublishedColumn() throws IOException {
        String page = Files.readString(DOCS.resolve("columns.md"));
        assertThat(ScoreColumns.NAMES).allSatisfy(column -> assertThat(page).contains("`" + column + "`"));
    }

    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .map(word -> PLACEHOLDERS.getOrDefault(word, word))
                .toList();
    }

    /** The text under a heading, up to the next heading of any level. */
    private static String section(String page, String heading) {
        int start = page.indexOf("\n" + heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        int end = page.indexOf("\n#", start + 1);
        return end < 0 ? page.substring(start) : page.substring(start, end);
    }

    /** The anchors that headings get: small letters, no punctuation, hyphens for spaces. */
    private static List<String> anchors(Path document) throws IOException {
        return found(HEADING, withoutFences(document)).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static String withoutFences(Path document) throws IOException {
        return FENCE.matcher(Files.readString(document)).replaceAll("");
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
