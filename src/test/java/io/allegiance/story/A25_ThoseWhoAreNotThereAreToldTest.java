package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.Allegiance;
import io.allegiance.testing.Commands;
import io.allegiance.testing.Receiver;
import io.allegiance.testing.SharedClasses;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nobody watches a night at half past two. A dashboard shows how it went; whoever is on call is called when it is held, fails
 * or is late, even where the program cannot come up at all; and a machine can read the log.
 */
@Tag("embedded")
class A25_ThoseWhoAreNotThereAreToldTest {

    private static final LocalDate YESTERDAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    private static final LocalDate DATE = YESTERDAY.minusDays(1);

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @AutoClose
    private final Receiver receiver = new Receiver();

    @TempDir
    private static Path folder;

    private final Commands commands = Commands.on(SCHEMA, folder.resolve("home"))
            .with("allegiance.metrics.pushgateway.url", receiver.at(""))
            .with("allegiance.metrics.otlp.url", receiver.at("/v1/metrics"))
            .with("allegiance.alert.webhook", receiver.at("/oncall"));

    @Test
    void aNightIsFollowedFromAfar() throws IOException, InterruptedException {
        // Given four months of trade, a Pushgateway, a collector, and somebody on call
        new Shop(500, DATE.minusMonths(4), YESTERDAY, folder).land(commands, DATE.minusMonths(4), DATE);

        requireFiguresArePushed();
        List<String> log = requireOnCallIsToldOfAHeldNight();
        requireLogIsJson(log);
        requireOnCallIsToldWithoutDatabase();
        requireOnCallIsToldWithoutConfiguration();
    }

    private void requireFiguresArePushed() {
        // When a model is trained and a night runs, then both push their figures, and nobody is called
        commands.succeed("train", "--as-of", DATE.toString());
        assertThat(receiver.sentTo("/metrics/job/train").get(0).text())
                .contains("allegiance_exit_code 0", "{step=\"fitModels\"}");
        Published published = Published.of(commands.succeed("nightly", "--date", DATE.toString()));
        String figures = receiver.sentTo("/metrics/job/nightly").get(0).text();
        assertThat(value(figures, "allegiance_customers_published")).isEqualTo(published.customers());
        assertThat(value(figures, "allegiance_lines_taken_in")).isPositive();
        assertThat(value(figures, "allegiance_last_success_timestamp_seconds")).isPositive();
        assertThat(figures).contains("{step=\"scoreCustomers\"}").doesNotContain("spring_batch", "partition");
        assertThat(receiver.sentTo("/v1/metrics")).hasSize(2);
        assertThat(receiver.sentTo("/oncall")).isEmpty();

        // When it is run once more, then nothing new is told
        commands.run("nightly", "--date", DATE.toString(), "--scheduler").endedWith(0);
        assertThat(receiver.sentTo("/metrics/job/nightly")).hasSize(1);
    }

    private List<String> requireOnCallIsToldOfAHeldNight() throws IOException, InterruptedException {
        // When the next day's file is missing, and nobody waits for it long, then somebody is called for both
        receiver.clear();
        List<String> log = holdTheNextNight();
        assertThat(receiver.sentTo("/oncall")).hasSize(2);
        JsonNode held = json(receiver.sentTo("/oncall").get(0).text());
        assertThat(held.get("event").asString()).isEqualTo("held");
        assertThat(held.get("code").asInt()).isEqualTo(11);
        assertThat(held.get("message").asString()).contains(YESTERDAY + " has 0 lines");
        assertThat(held.get("readers").get("date").asString()).isEqualTo(DATE.toString());
        assertThat(json(receiver.sentTo("/oncall").get(1).text()).get("event").asString())
                .isEqualTo("late");
        assertThat(receiver.sentTo("/metrics/job/nightly").get(0).text())
                .contains("allegiance_exit_code 11", "allegiance_deadline_remaining_seconds -")
                .doesNotContain("allegiance_last_success");
        return log;
    }

    /** It is JSON from the first line to the last, and says what belongs together. */
    private void requireLogIsJson(List<String> log) throws IOException {
        assertThat(Files.readString(folder.resolve("called"))).isEqualTo("held late ");
        List<JsonNode> lines =
                log.stream().map(A25_ThoseWhoAreNotThereAreToldTest::json).toList();
        assertThat(lines)
                .isNotEmpty()
                .allMatch(line -> text(line, "job").equals("nightly"))
                .allMatch(line -> text(line, "business_date").equals(YESTERDAY.toString()))
                .allMatch(line -> !text(line, "run_id").isEmpty());
        assertThat(stepsOf(lines)).contains("openDay", "takeInTransactions", "scoreCustomers", "auditScores");
        assertThat(lines.get(lines.size() - 2).get("message").asString()).contains(YESTERDAY + " has 0 lines");
        assertThat(lines.get(lines.size() - 1).get("message").asString()).startsWith("readers still see");
    }

    private void requireOnCallIsToldWithoutDatabase() {
        // When the database does not let it in, so that the program cannot come up, then somebody is called all the
        // same
        receiver.clear();
        commands.with("spring.datasource.password", "wrong")
                .run("nightly", "--date", "yesterday")
                .refusedWith(21, "refuses the user name or password");
        JsonNode failed = json(receiver.sentTo("/oncall").get(0).text());
        assertThat(failed.get("event").asString()).isEqualTo("failed");
        assertThat(failed.get("date").asString()).isEqualTo(YESTERDAY.toString());
        assertThat(failed.get("readers").isNull()).isTrue();
        assertThat(failed.get("next").asString()).isEqualTo("allegiance nightly --date " + YESTERDAY);
        assertThat(receiver.sentTo("/metrics/job/nightly").get(0).text()).contains("allegiance_exit_code 21");
    }

    private void requireOnCallIsToldWithoutConfiguration() throws IOException {
        // And where even the files of the configuration are broken, the environment says who is to be called
        receiver.clear();
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(jobs.resolve("nightly.yaml"), "allegiance: [");
        commands.with("allegiance.jobs", jobs.toString())
                .run("nightly", "--date", "yesterday")
                .refusedWith(21, "is not YAML");
        assertThat(json(receiver.sentTo("/oncall").get(0).text()).get("message").asString())
                .contains("is not YAML");
    }

    /** As a process of its own, whose log is the log that the program has. */
    private List<String> holdTheNextNight() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(SharedClasses.java());
        command.addAll(List.of(
                "-Dlogging.config=classpath:logback-spring.xml",
                "-Dlogging.structured.format.console=ecs",
                "-Dallegiance.nightly.deadline=00:00",
                "-Dallegiance.metrics.pushgateway.url=" + receiver.at(""),
                "-Dallegiance.alert.webhook=" + receiver.at("/oncall"),
                "-Dallegiance.alert.command=echo noise; printf '%s ' $ALLEGIANCE_EVENT >> '" + folder.resolve("called")
                        + "'",
                "-DALLEGIANCE_HOME=" + folder.resolve("home"),
                "-Dspring.datasource.url=" + SCHEMA.jdbcUrl(),
                "-Dspring.datasource.username=" + SCHEMA.username(),
                "-Dspring.datasource.password=" + SCHEMA.password()));
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.add(Allegiance.class.getName());
        command.addAll(List.of("nightly", "--date", "yesterday"));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        // Java itself says that it picked this up, in a line among the program's own.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isEqualTo(11);
        assertThat(out).isEmptyFile();
        return Files.readAllLines(err);
    }

    private static double value(String figures, String name) {
        return figures.lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> stepsOf(List<JsonNode> lines) {
        return lines.stream().map(line -> text(line, "step")).collect(Collectors.toSet());
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).asString("");
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
