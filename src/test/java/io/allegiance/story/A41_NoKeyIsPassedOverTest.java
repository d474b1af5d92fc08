package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.Allegiance;
import io.allegiance.testing.Commands;
import io.allegiance.testing.Receiver;
import io.allegiance.testing.SharedClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An operator mistypes a key or a value, somewhere. The program says which and where, once, before it looks for its database, and
 * does nothing.
 */
@Tag("story")
class A41_NoKeyIsPassedOverTest {

    private static final String DATE = "2025-09-30";

    @AutoClose
    private final Receiver receiver = new Receiver();

    @TempDir
    private Path folder;

    private Path jobs;
    private Commands commands;

    @BeforeEach
    void aHomeAndJobFilesAsShipped() throws IOException {
        jobs = Files.createDirectory(folder.resolve("jobs"));
        try (Stream<Path> files = Files.list(Path.of("jobs"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                Files.copy(file, jobs.resolve(file.getFileName().toString()));
            }
        }
        commands = Commands.onEmbedded(folder.resolve("home"))
                .with("spring.datasource.url", "jdbc:mysql://127.0.0.1:1/nowhere")
                .with("allegiance.jobs", jobs);
    }

    @Test
    void aMisspeltKeyOfAFileIsRefusedWhereItIs() {
        edit("nightly.yaml", "    late-days: 35 ", "    late-day: 3 ");
        edit("maintain.yaml", "publications-kept: 35", "publicationskept: 35");
        isRefused(
                commands,
                64,
                "the configuration has a key that the program does not know: allegiance.nightly.late-day in "
                        + jobs.resolve("nightly.yaml") + ", line " + lineOf("nightly.yaml", "late-day: 3")
                        + " (did you mean allegiance.nightly.late-days?); correct or remove it");

        // The doctor says the same, and every other command
        assertThat(commands.run("doctor").endedWith(21).stdout())
                .contains("FAIL  configuration", "allegiance.nightly.late-day in ", "=> correct or remove it");
        commands.run("status").refusedWith(64, "allegiance.nightly.late-day in ");
        commands.run("train").refusedWith(64, "allegiance.nightly.late-day in ");
    }

    @Test
    void aKeyThatLostItsPlaceIsRefused() throws IOException {
        Files.writeString(jobs.resolve("nightly.yaml"), """
                allegience:
                  zone: UTC
                nightly:
                  late-days: 3
                allegiance:
                  late-days: 3
                  train: 5
                """);
        isRefused(
                commands,
                64,
                "4 keys that the program does not know",
                "allegience.zone in ",
                "line 2 (did you mean allegiance.zone?)",
                "nightly.late-days in ",
                "line 4 (did you mean allegiance.nightly.late-days?)",
                "line 6 (did you mean allegiance.nightly.late-days?)",
                "line 7 (a section, which has keys and no value)");
    }

    @Test
    void filesAndTextsThatTheEnvironmentNamesAreReadAlike() throws IOException {
        Path more = Files.createDirectory(folder.resolve("more"));
        Files.writeString(
                more.resolve("application.properties"), "allegiance.zone=UTC\nallegiance.nightly.stall=hold\n");
        isRefused(
                commands.with("spring.config.additional-location", more + "/"),
                64,
                more.resolve("application.properties") + ", line 2 (did you mean allegiance.nightly.stale?)");
        isRefused(
                commands.with("spring.application.json", "{\"allegiance\":{\"horizon-dayz\":30}}"),
                64,
                "allegiance.horizon-dayz in ",
                "(did you mean allegiance.horizon-days?)");
        isRefused(
                commands.with("allegiance.lease.time-to-life", "30s"),
                64,
                "allegiance.lease.time-to-life in the command line (did you mean allegiance.lease.time-to-live?)");
    }

    @Test
    void variablesAndSystemPropertiesOfTheProcessAreKnownOrRefused() throws IOException, InterruptedException {
        Path secrets = Files.createDirectory(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("allegiance.alert.webhok"), receiver.at("/"));
        Files.writeString(secrets.resolve("spring.datasource.password"), "hush");
        String said = runAsProcess(64, secrets);
        assertThat(said.lines().filter(line -> line.startsWith("allegiance: ")))
                .singleElement()
                .asString()
                .contains("the configuration has 3 keys that the program does not know")
                .contains(
                        "the system property allegiance.nightly.late-dayz (did you mean allegiance.nightly.late-days?)")
                .contains("the environment variable ALLEGIANCE_NIGHTLY_LATE_DAY"
                        + " (did you mean ALLEGIANCE_NIGHTLY_LATE_DAYS?)")
                .contains("allegiance.alert.webhok in " + secrets.resolve("allegiance.alert.webhok")
                        + " (did you mean allegiance.alert.webhook?)");
    }

    private String runAsProcess(int code, Path secrets) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(SharedClasses.java());
        command.addAll(
                List.of("-Dallegiance.nightly.late-dayz=3", "-Dallegiance.embedded=x", "-Dallegiance.jobs=" + jobs));
        command.addAll(List.of(Allegiance.class.getName(), "nightly", "--date", DATE));
        Path said = folder.resolve("said");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("ALLEGIANCE_HOME", folder.resolve("home").toString());
        builder.environment().put("ALLEGIANCE_JOB", "nightly");
        builder.environment().put("ALLEGIANCE_HORIZON_DAYS", "60");
        builder.environment().put("ALLEGIANCE_FURTHERHORIZONS_0", "30");
        builder.environment().put("ALLEGIANCE_NIGHTLY_LOYALTY_WEIGHTS_SPEND_GROWTH", "2");
        builder.environment().put("ALLEGIANCE_NIGHTLY_LATE_DAY", "3");
        builder.environment().put("SPRING_CONFIG_IMPORT", "configtree:" + secrets + "/");
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isEqualTo(code);
        return Files.readString(said);
    }

    @Test
    void theOneOnCallIsToldOfARefusedKey() {
        edit("nightly.yaml", "segment-share: 0.25", "segmnt-share: 0.01");
        commands.with("allegiance.alert.webhook", receiver.at("/oncall"))
                .run("nightly", "--date", DATE)
                .refusedWith(64, "allegiance.nightly.gate.segmnt-share");
        assertThat(receiver.sentTo("/oncall"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.text())
                        .contains("\"event\":\"failed\"", "allegiance.nightly.gate.segment-share"));
    }

    @Test
    void aWrongValueIsToldOnceWithItsOrigin() throws IOException {
        edit("nightly.yaml", "segment-hold-days: 7", "segment-hold-days: -1");
        isRefused(
                commands,
                21,
                "allegiance.nightly.segment-hold-days must be 0 or more; was -1; correct "
                        + jobs.resolve("nightly.yaml") + ", line " + lineOf("nightly.yaml", "segment-hold-days"));
        edit("nightly.yaml", "segment-hold-days: -1", "segment-hold-days: a week");
        isRefused(commands, 21, "must be a whole number; was a week; correct " + jobs.resolve("nightly.yaml"));
        edit("nightly.yaml", "segment-hold-days: a week", "segment-hold-days: 7");

        edit("train.yaml", "deadline: \"\"", "deadline: 10:30");
        isRefused(commands, 21, "a deadline must be a time such as \"07:00\"", "correct " + jobs.resolve("train.yaml"));
        edit("train.yaml", "deadline: 10:30", "deadline: \"\"");

        isRefused(commands.with("allegiance.partitions", "two"), 21, "allegiance.partitions must be a whole number");
        isRefused(commands.with("allegiance.partitions", "0"), 21, "allegiance.partitions must be 1 or more; was 0");
        isRefused(
                commands.with("spring.application.json", "{\"allegiance\":{\"nightly\":{\"stale\":\"drop\"}}}"),
                21,
                "allegiance.nightly.stale must be one of hold, publish; was drop");
        isRefused(commands.with("spring.application.json", "{\"allegiance\":"), 21, "is not JSON");
        isRefused(commands.with("spring.config.additional-location", folder.resolve("nowhere") + "/"), 21, "nowhere");
    }

    @Test
    void aFileThatIsNoYamlOrHasAKeyTwiceIsNamedWithItsLine() {
        edit("nightly.yaml", "    late-days: 35 ", "    late-days: 35\n    late-days: 3 ");
        int line = lineOf("nightly.yaml", "late-days: 35") + 1;
        isRefused(commands, 21, jobs.resolve("nightly.yaml") + " has the key late-days twice (line " + line + ")");
        edit("nightly.yaml", "\n    late-days: 3 ", "\n    lateDays: 3 ");
        isRefused(commands, 64, "allegiance.nightly.lateDays in " + jobs.resolve("nightly.yaml") + ", line " + line);
        edit("nightly.yaml", "\n    lateDays: 3 ", "\n    [ ");
        isRefused(commands, 21, jobs.resolve("nightly.yaml") + " is not YAML", "; correct the file");
    }

    @Test
    void theDoctorListsWhatIsConfiguredOtherwise() {
        edit("nightly.yaml", "    late-days: 35 ", "    late-days: 60 ");
        Commands theirs =
                commands.with("allegiance.alert.command", "page --key hush").with("spring.datasource.password", "hush");
        assertThat(theirs.run("doctor").endedWith(21).stdout())
                .contains("set   allegiance.nightly.late-days = 60 (shipped: 35), " + jobs.resolve("nightly.yaml")
                        + ", line " + lineOf("nightly.yaml", "late-days: 60"))
                .contains("set   allegiance.alert.command = ******, the command line")
                .doesNotContain("hush", "late-days = 35", "horizon-days");
        assertThat(theirs.run("doctor", "--json").endedWith(21).stdout())
                .contains("\"key\" : \"allegiance.nightly.late-days\"", "\"value\" : \"60\"", "\"shipped\" : \"35\"")
                .doesNotContain("hush");
    }

    private void isRefused(Commands commands, int code, String... words) {
        Commands.Result result = commands.run("nightly", "--date", DATE).refusedWith(code, words[0]);
        assertThat(result.stderr()).contains(words).doesNotContain("APPLICATION FAILED", "\tat ", "ERROR");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    private void edit(String file, String from, String to) {
        try {
            String text = Files.readString(jobs.resolve(file));
            assertThat(text).contains(from);
            Files.writeString(jobs.resolve(file), text.replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int lineOf(String file, String text) {
        try {
            List<String> lines = Files.readAllLines(jobs.resolve(file));
            return 1
                    + lines.indexOf(lines.stream()
                            .filter(line -> line.strip().startsWith(text))
                            .findFirst()
                            .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
