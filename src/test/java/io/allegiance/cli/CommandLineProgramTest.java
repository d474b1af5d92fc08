package io.allegiance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.Allegiance;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineProgramTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterEach
    void nothingWasStarted() {
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nigthly",
                "--unknown",
                "nightly",
                "nightly --date",
                "nightly --date tomorrow",
                "nightly --date 2025-02-30",
                "nightly --date 2025-2-3",
                "nightly --date 2025-02-03 --verbose",
                "nightly --date 2025-02-03 2025-02-04",
                "nightly --date 2025-02-03 --date 2025-02-04",
                "nightly --date 2025-02-03 --by Ada",
                "nightly --date 2025-02-03 --reason holiday",
                "nightly --date 2025-02-03 --confirm-empty",
                "nightly --date 2025-02-03 --confirm-empty --by Ada",
                "nightly --date 2025-02-03 --confirm-empty --reason holiday",
                "import",
                "import --kind receipts file.csv",
                "import one.csv one.csv",
                "train --as-of 2025",
                "scores",
                "scores --customer 1 --export file.csv",
                "demo --customers none",
                "demo --customers 0",
                "demo --nights 0",
                "demo --nights 29",
                "status --date yesterweek",
                "models --promote",
                "backtest",
                "backtest file.csv",
                "backtest --cutoff 2025-01-31",
                "backtest file.csv --cutoff 2025-02-29",
                "backtest file.csv --cutoff 2025-01-31,yesterday",
                "backtest file.csv --cutoff 2025-01-31 --horizon long",
                "backtest one.csv two.csv --cutoff 2025-01-31",
                "maintain now",
                "maintain --dry",
                "doctor now",
                "migrate now"
            })
    void wrongCommandLineIsRefusedInOneLine(String line) {
        assertThat(run(line)).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(64);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .matches("allegiance: .+; see 'allegiance (\\w+ )?--help'");
    }

    @Test
    void messageNamesErrorAndHelp() {
        run("nightly --date 2025-02-30");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--date")
                .contains("not a day of the calendar: '2025-02-30'")
                .contains("see 'allegiance nightly --help'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scores K-4711",
                "explain --customer K-1 K-4711",
                "explain --customr=K-4711",
                "scores --customerK-4711",
                "doctor -K-4711",
                "K-4711"
            })
    void whatNothingTakesIsNotRepeated(String line) {
        assertThat(run(line)).isEqualTo(64);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("allegiance: ")
                .doesNotContain("4711");
    }

    @Test
    void namesOfUnknownOptionsAreRepeated() {
        run("doctor --jsn=K-4711");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Unknown option: '--jsn'", "did you mean --json?");
    }

    @Test
    void anArgumentIsNoFileOfArguments() throws IOException {
        Path arguments = Files.createTempFile("allegiance-", ".txt");
        try {
            Files.writeString(arguments, "--secret-of-a-file");
            assertThat(run("doctor @" + arguments)).isEqualTo(64);
            assertThat(run("@" + arguments)).isEqualTo(64);
        } finally {
            Files.delete(arguments);
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("secret");
    }

    @Test
    void aMessageIsOfOneLineWithoutCommandsToTheTerminal() {
        assertThat(program(new PrintStream(out, true, StandardCharsets.UTF_8))
                        .run("import", "no\u001b[2J-such\nallegiance: all is well.csv"))
                .isEqualTo(64);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("no?[2J-such?allegiance: all is well.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "demo --help",
                "migrate --help",
                "import --help",
                "score --help",
                "train --help",
                "nightly --help",
                "status --help",
                "scores --help",
                "models --help",
                "backtest --help",
                "maintain --help",
                "doctor --help",
                "--version"
            })
    void helpIsPrintedToStdout(String line) {
        assertThat(run(line)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isNotBlank();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--kind fx --help", "--help --kind=FX"})
    void helpOfImportHasTheColumnsOfTheKind(String options) {
        assertThat(run("import " + options)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("The columns of a file of kind fx", "rate_date", "required")
                .doesNotContain("occurred_at");
    }

    @Test
    void helpOfImportHasTheColumnsOfTransactions() {
        assertThat(run("import --help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).containsPattern("customer_id +required +up to 64");
    }

    @Test
    void errorEndsWithInternalError() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) {
                throw new OutOfMemoryError("for the test");
            }
        };
        assertThat(program(new PrintStream(full, true, StandardCharsets.UTF_8)).run("--version"))
                .isEqualTo(70);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("allegiance: internal error: OutOfMemoryError: for the test", "; what is published stays");
    }

    /** As when the program is updated while it starts; a full heap has the same effect. */
    @Test
    void programWithMissingClassesEnds() throws Exception {
        Path said = Files.createTempFile("allegiance-", ".err");
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*spring-boot-[0-9][^/\\\\]*"))
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                Allegiance.class.getName(),
                "status");
        command.environment().put("ALLEGIANCE_HOME", folder.resolve("home").toString());
        Process process =
                command.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
            assertThat(process.exitValue()).isEqualTo(70);
            assertThat(Files.readString(said)).contains("java.lang.NoClassDefFoundError: org/springframework/boot/");
        } finally {
            process.destroyForcibly();
            Files.delete(said);
        }
    }

    private int run(String line) {
        return program(new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(line.isEmpty() ? new String[0] : line.split(" "));
    }

    private CommandLineProgram program(PrintStream results) {
        return new CommandLineProgram(
                Allegiance.class,
                Map.of("ALLEGIANCE_HOME", folder.resolve("home").toString()),
                results,
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
