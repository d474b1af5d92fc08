package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.allegiance.Allegiance;
import io.allegiance.testing.SharedClasses;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher finds out what the outputs are connected to, and the program writes for that: a terminal, a pipe, a log file. */
@Tag("story")
class A41_AtATerminalTest {

    private static final String ESCAPE = "\u001b";
    private static final String DATED = "(?s)[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9:]+) ";

    @AutoClose
    private final TestDatabase.Schema schema = TestDatabase.freshSchema().migrate();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void install() throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        Files.copy(Path.of("jobs", "allegiance"), folder.resolve("jobs/allegiance"));
        Files.createDirectories(folder.resolve("lib"));
        Files.createFile(folder.resolve("lib/allegiance.jar"));
        Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
        Files.writeString(java, javaOfTheTests());
        assertThat(java.toFile().setExecutable(true)).isTrue();
        file = Files.writeString(
                folder.resolve("lines.csv"),
                "customer_id,occurred_at,amount\nC1,2025-01-31,5.00\nC2,2025-02-01,6.00\n");
    }

    /** Takes the launcher's options of the terminal, and starts the classes of the tests in place of a jar. */
    private static String javaOfTheTests() {
        return """
                #!/bin/sh
                if [ "$1" = -version ]; then echo 'openjdk version "17.0.15"' >&2; exit 0; fi
                options=
                while [ "$1" != -jar ]; do
                    case $1 in -Dallegiance.*) options="$options $1" ;; esac
                    shift
                done
                shift 2
                exec %s -Dlogging.config=classpath:logback-spring.xml $options %s "$@"
                """.formatted(
                SharedClasses.java().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" ")),
                Allegiance.class.getName());
    }

    @Test
    void aPipeGetsDatesAndLevelsAndALogFileGetsTheSame() throws IOException, InterruptedException {
        // Given a command whose outputs are files, and a name for a log file
        Path log = folder.resolve("allegiance.log");
        Map<String, String> environment = Map.of("LOGGING_FILE_NAME", log.toString(), "TERM", "xterm");

        // Then its log lines have date and level, and so has the file
        End end = run(environment, command("import", file.toString()));
        assertThat(end.code()).as(end.said()).isZero();
        assertThat(end.said()).doesNotContain(ESCAPE);
        assertThat(logLines(end.said())).isNotEmpty().allMatch(line -> line.matches(DATED + "INFO  import: .*"));
        assertThat(Files.readAllLines(log)).containsAll(logLines(end.said()));

        // And the message of a failure is in the file as well
        assertThat(run(environment, command("nightly", "--date", "2025-02-01")).code())
                .isEqualTo(21);
        assertThat(Files.readString(log)).containsPattern("ERROR .*train");
    }

    @Test
    void aTerminalGetsOneLineOfProgressAndItsOwnWidth() throws IOException, InterruptedException {
        End end = runOnTerminal(Map.of("TERM", "xterm"), 50, command("import", file.toString()));
        assertThat(end.said())
                .as("progress in place")
                .containsPattern("\r" + ESCAPE + "\\[Kimport: checking 100 % \\(2 lines")
                .as("log lines without a date")
                .containsPattern("[0-9]{2}:[0-9]{2}:[0-9]{2} import: landing 2 lines");
        assertThat(end.said().replace("\r", "").replace(ESCAPE + "[K", "\n").lines())
                .filteredOn(line -> !line.contains(" import: "))
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(50));
    }

    @Test
    void coloursAreForTerminalsThatCan() throws IOException, InterruptedException {
        // The database cannot be reached: the doctor says FAIL
        String[] doctor = command("doctor");
        Map<String, String> gone = Map.of("SPRING_DATASOURCE_URL", "jdbc:mysql://127.0.0.1:1/gone", "TERM", "xterm");
        assertThat(runOnTerminal(gone, 100, doctor).said()).contains(ESCAPE + "[1;31mFAIL" + ESCAPE + "[0m");
        assertThat(runOnTerminal(with(gone, "NO_COLOR", "1"), 100, doctor).said())
                .contains("FAIL")
                .doesNotContain(ESCAPE + "[1");
        assertThat(runOnTerminal(with(gone, "TERM", "dumb"), 100, doctor).said())
                .contains("FAIL")
                .doesNotContain(ESCAPE);
        assertThat(run(gone, doctor).said()).contains("FAIL").doesNotContain(ESCAPE);
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(environment);
        more.put(name, value);
        return more;
    }

    private static List<String> logLines(String said) {
        return said.lines().filter(line -> line.contains(" import: ")).toList();
    }

    private String[] command(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(folder.resolve("jobs/allegiance").toString()));
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }

    private record End(int code, String said) {}

    private End runOnTerminal(Map<String, String> environment, int columns, String... command)
            throws IOException, InterruptedException {
        assumeTrue(
                new ProcessBuilder("sh", "-c", "command -v script").start().waitFor() == 0,
                "script, which makes a terminal, is not installed");
        return run(
                environment,
                "script",
                "-qec",
                "stty cols " + columns + " rows 40 </dev/tty; " + String.join(" ", command),
                "/dev/null");
    }

    private End run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(said.toFile());
        Map<String, String> all = builder.environment();
        all.keySet().removeIf(name -> name.startsWith("JAVA_") || name.equals("NO_COLOR"));
        all.put("JAVA_HOME", folder.resolve("java").toString());
        all.put("ALLEGIANCE_HOME", folder.resolve("home").toString());
        all.put("SPRING_DATASOURCE_URL", schema.jdbcUrl());
        all.put("SPRING_DATASOURCE_USERNAME", schema.username());
        all.put("SPRING_DATASOURCE_PASSWORD", schema.password());
        all.putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return new End(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }
}
