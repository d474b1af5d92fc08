package io.allegiance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.cli.ParsedCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code jobs/allegiance} starts Java as the command is best served; here with a Java that says how it was started. */
class LauncherTest {

    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    /** What of the arguments after {@code extract --destination} a Java that extracts jars leaves. */
    private static final String EXTRACTS = """
            case $1 in -XX:ArchiveClassesAtExit=*) echo classes >"${1#*=}" ;; esac
            [ "$1 $2" != '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC' ] || {
                mkdir -p "$8" && echo "$5" >"$8/allegiance.jar"
                exit
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void install() throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("target"));
        Files.copy(Path.of("jobs", "allegiance"), folder.resolve("jobs/allegiance"));
        Files.createFile(folder.resolve("target/allegiance.jar"));
        writeJava("");
    }

    private void writeJava(String before) throws IOException {
        ShellScripts.write(folder.resolve("jdk/bin/java"), """
                [ "$1" != -version ] || { echo 'openjdk version "17.0.15" 2025-04-15' >&2; exit; }
                %sprintf '%%s\\n' "$@"
                """.formatted(before));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abandon",
                "doctor",
                "explain",
                "hold",
                "models",
                "rejects",
                "release",
                "scores --customer 1",
                "status",
                "--help",
                "--version"
            })
    void whatIsSoonDoneIsLeftToTheQuickCompiler(String command) throws IOException, InterruptedException {
        String[] words = command.split(" ");
        assertThat(ParsedCommand.findError(List.of(words))).doesNotContain("Unmatched", "Unknown");
        assertThat(started("", words))
                .contains(QUICK, "-XX:+UseSerialGC")
                .containsSubsequence("-jar", jar())
                .endsWith(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backfill",
                "backtest",
                "bench",
                "demo",
                "import",
                "maintain",
                "migrate",
                "nightly",
                "publish",
                "replay",
                "rollback",
                "scores --export f.csv",
                "train"
            })
    void whatTakesLongIsNot(String command) throws IOException, InterruptedException {
        String[] words = command.split(" ");
        assertThat(started("", words))
                .doesNotContain(QUICK)
                .contains("-XX:+UseParallelGC")
                .containsSubsequence("-jar", jar())
                .endsWith(words);
    }

    @Test
    void optionsOfTheUserWin() throws IOException, InterruptedException {
        assertThat(started("-XX:TieredStopAtLevel=4 -Xmx1g", "status", "--json"))
                .containsSubsequence("-Xmx512m", QUICK, "-XX:TieredStopAtLevel=4", "-Xmx1g", "-jar")
                .endsWith(jar(), "status", "--json");
    }

    @Test
    void anInstallationIsStartedAsItIs() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("lib"));
        Files.createFile(folder.resolve("lib/allegiance.jar"));
        Files.delete(folder.resolve("target/allegiance.jar"));
        // Neither may be looked at: an installation is never built
        Files.createDirectories(folder.resolve("src/main"));
        ShellScripts.write(folder.resolve("mvnw"), "exit 1");
        Path root = folder.toRealPath();

        assertThat(started("", "status"))
                .contains("-Dallegiance.embedded=" + root.resolveSibling("allegiance-embedded"))
                .contains("-Dallegiance.jobs=" + root.resolve("jobs"))
                .contains("-Dallegiance.program=" + root.resolve("lib/allegiance.jar"))
                .noneMatch(option -> option.startsWith("-XX:SharedArchiveFile"))
                .endsWith("-jar", root.resolve("lib/allegiance.jar").toString(), "status");

        Files.createDirectory(folder.resolve("embedded"));
        Files.createFile(folder.resolve("lib/allegiance.jsa"));
        assertThat(started("", "status"))
                .contains("-Dallegiance.embedded=" + root.resolve("embedded"))
                .contains("-XX:SharedArchiveFile=" + root.resolve("lib/allegiance.jsa"));
    }

    @Test
    void theSecondStartHasTheClassesOfTheFirst() throws IOException, InterruptedException {
        writeJava(EXTRACTS);
        List<String> first = started("", "status");
        Path jar = Path.of(first.get(first.indexOf("-jar") + 1));
        Path archive = jar.resolveSibling("reading.jsa");
        assertThat(jar).content().isEqualTo(jar() + "\n");
        assertThat(first).as("not the copy").contains("-Dallegiance.program=" + jar());
        assertThat(jar.getParent().getParent()).isEqualTo(folder.toRealPath().resolve("target/quick"));
        assertThat(first).anyMatch(option -> option.startsWith("-XX:ArchiveClassesAtExit=" + archive + "."));
        assertThat(started("", "--help")).contains(jar.toString(), "-XX:SharedArchiveFile=" + archive);
        assertThat(archive).exists();
        assertThat(started("", "explain", "--customer", "1")).contains("-XX:SharedArchiveFile=" + archive);
        assertThat(started("", "nightly"))
                .contains("-XX:ArchiveClassesAtExit=" + jar.resolveSibling("jobs.jsa"))
                .doesNotContain("-XX:SharedArchiveFile=" + archive);
        assertThat(started("", "import", "f.csv")).noneMatch(option -> option.startsWith("-XX:ArchiveClassesAtExit"));

        Files.writeString(folder.resolve("target/allegiance.jar"), "of another build");
        assertThat(started("", "status")).contains("-jar").doesNotContain(jar.toString());
    }

    @Test
    void anInstallationKeepsItsQuickFormAmongTheUsersFiles() throws IOException, InterruptedException {
        writeJava(EXTRACTS);
        Files.createDirectories(folder.resolve("lib"));
        Files.createFile(folder.resolve("lib/allegiance.jar"));
        List<String> started = started("", "status");
        assertThat(Path.of(started.get(started.indexOf("-jar") + 1)).getParent().getParent())
                .isEqualTo(folder.resolve("cache/allegiance"));
        assertThat(folder.resolve("lib")).isDirectoryNotContaining("glob:**.jsa");
    }

    private String jar() throws IOException {
        return folder.toRealPath().resolve("target/allegiance.jar").toString();
    }

    private List<String> started(String options, String... command) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        ProcessBuilder shell =
                new ProcessBuilder("sh", folder.resolve("jobs/allegiance").toString());
        shell.command().addAll(List.of(command));
        shell.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        shell.environment().put("ALLEGIANCE_JAVA_OPTS", options);
        shell.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        shell.environment().put("SPRING_DATASOURCE_URL", "jdbc:mysql://database.example/shop");
        int code = ShellScripts.endOf(shell.redirectErrorStream(true).redirectOutput(out.toFile()));
        List<String> lines = Files.readAllLines(out);
        assertThat(code).as(String.join("\n", lines)).isZero();
        return lines;
    }
}
