package io.allegiance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.allegiance.Allegiance;
import io.allegiance.platform.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person at a terminal gets before anything runs: help, suggestions and completion. */
class HelpAndCompletionTest {

    private static final String ESCAPE = "\u001b";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void helpOfACommandIsWhatItsOwnOptionPrints() {
        assertThat(run(Terminal.NONE, "help", "nightly")).isZero();
        String help = said();
        out.reset();
        run(Terminal.NONE, "nightly", "--help");
        assertThat(help).isEqualTo(said()).contains("--confirm-empty");
    }

    @Test
    void helpAloneListsTheCommands() {
        assertThat(run(Terminal.NONE, "help")).isZero();
        assertThat(said()).contains("Usage: allegiance", "nightly", "backfill");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nigthly|there is no command 'nigthly'; did you mean nightly?; see 'allegiance --help'",
                "help nigthly|there is no command 'nigthly'; did you mean nightly?; see 'allegiance --help'",
                "scores --cusomer C17|did you mean --customer?; see 'allegiance scores --help'",
                "nightly --daet 2025-12-01|did you mean --date?; see 'allegiance nightly --help'",
                "nightly --date yesteray|did you mean yesterday?",
                "nightly --date today|that day is not over yet: did you mean yesterday?"
            })
    void whatWasProbablyMeantIsSaid(String line, String words) {
        assertThat(run(Terminal.NONE, line.split(" "))).isEqualTo(64);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "import", "backfill", "scores", "status", "rejects"})
    void helpFitsAnyTerminal(String command) {
        for (int columns : new int[] {50, 200}) {
            out.reset();
            run(
                    new Terminal(true, false, columns, true, false),
                    ("help " + command).strip().split(" "));
            assertThat(said().lines())
                    .isNotEmpty()
                    .filteredOn(line -> !line.strip().matches("\\S{48,}|\\s*\\S*,\\S*,\\S*,.*"))
                    .as("all but example lines of a file")
                    .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(columns));
        }
        assertThat(said().lines().mapToInt(String::length).max().orElse(0))
                .as("a wide terminal is used")
                .isGreaterThan(80);
    }

    @Test
    void helpIsColouredOnlyWhereColoursAreWanted() {
        run(new Terminal(true, false, 100, true, true), "help", "nightly");
        assertThat(said()).contains(ESCAPE);
        out.reset();
        run(new Terminal(true, false, 100, true, false), "help", "nightly");
        assertThat(said()).doesNotContain(ESCAPE);
    }

    @Test
    void bashCompletesCommandsAndOptions() throws IOException, InterruptedException {
        run(Terminal.NONE, "completion", "bash");
        Path script = Files.writeString(folder.resolve("completion"), said());
        assertThat(complete(script, "night")).contains("nightly");
        assertThat(complete(script, "nightly", "--confirm")).containsExactly("--confirm-empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zsh", "fish"})
    void otherShellsReadTheirScripts(String shell) throws IOException, InterruptedException {
        run(Terminal.NONE, "completion", shell);
        assumeTrue(isInstalled(shell), shell + " is not installed");
        Path script = Files.writeString(folder.resolve("completion"), said());
        assertThat(output(shell, "-n", script.toString())).isEmpty();
    }

    @Test
    void fishKnowsCommandsOptionsValuesAndFiles() {
        assertThat(run(Terminal.NONE, "completion", "fish")).isZero();
        assertThat(said().lines())
                .contains("complete -c allegiance -f")
                .anyMatch(line ->
                        line.startsWith("complete -c allegiance -n __fish_use_subcommand -a nightly -d 'Run the night"))
                .anyMatch(line -> line.contains("__fish_seen_subcommand_from nightly' -l date -r -d "))
                .anyMatch(line -> line.contains("__fish_seen_subcommand_from import' -l kind -r -a '"))
                .contains("complete -c allegiance -n '__fish_seen_subcommand_from import' -F");
    }

    private String[] complete(Path script, String... words) throws IOException, InterruptedException {
        String line = "allegiance " + String.join(" ", words);
        return output(
                        "bash",
                        "-c",
                        "exec 2>/dev/null; source " + script + "; COMP_WORDS=(" + line + "); COMP_CWORD=" + words.length
                                + "; COMP_LINE='" + line + "'; COMP_POINT=" + line.length()
                                + "; _complete_allegiance; printf '%s\\n' \"${COMPREPLY[@]}\"")
                .strip()
                .split("\\s+");
    }

    private static boolean isInstalled(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return text;
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private int run(Terminal terminal, String... arguments) {
        return new CommandLineProgram(
                        Allegiance.class,
                        Map.of(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        terminal)
                .run(arguments);
    }
}
