package io.allegiance.watch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.allegiance.testing.Receiver;
import io.allegiance.watch.Delivery;
import io.allegiance.watch.RunFigures.Readers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AlertsTest {

    private static final Alert ALERT = Alert.of(
            AlertEvent.HELD,
            new Alert.Subject(
                    "nightly",
                    LocalDate.of(2025, 10, 1),
                    new Readers(7, LocalDate.of(2025, 9, 30), Instant.parse("2025-10-02T06:00:00Z"))),
            11,
            "the day's \"size\" is off",
            "allegiance status --date 2025-10-01");

    @AutoClose
    private final Receiver receiver = new Receiver();

    @TempDir
    private Path folder;

    private final ListAppender<ILoggingEvent> warnings = new ListAppender<>();

    @BeforeEach
    void listen() {
        warnings.start();
        ((Logger) LoggerFactory.getLogger(Alerts.class)).addAppender(warnings);
    }

    @AfterEach
    void stopListening() {
        ((Logger) LoggerFactory.getLogger(Alerts.class)).detachAppender(warnings);
    }

    @Test
    void theWebhookGetsAllAsJson() {
        raise("", receiver.at("/hook"));
        Receiver.Received sent = receiver.sentTo("/hook").get(0);
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.header("Content-type")).isEqualTo("application/json");
        JsonNode json = new JsonMapper().readTree(sent.text());
        assertThat(json.propertyNames())
                .containsExactlyInAnyOrder(
                        "event", "job", "date", "code", "message", "readers", "next", "host", "text");
        assertThat(json.get("event").asString()).isEqualTo("held");
        assertThat(json.get("date").asString()).isEqualTo("2025-10-01");
        assertThat(json.get("code").asInt()).isEqualTo(11);
        assertThat(json.get("readers").toString())
                .isEqualTo("{\"publication\":7,\"date\":\"2025-09-30\",\"goodUntil\":\"2025-10-02T06:00:00Z\"}");
        assertThat(json.get("text").asString())
                .startsWith("allegiance nightly 2025-10-01: held (exit code 11) on ")
                .endsWith(". the day's \"size\" is off. Readers see publication 7 of 2025-09-30, good until"
                        + " 2025-10-02T06:00:00Z. Next: allegiance status --date 2025-10-01");
        assertThat(warnings.list).isEmpty();
    }

    @Test
    void theCommandGetsItOnItsInputAndInItsEnvironment() throws IOException {
        Path got = folder.resolve("got");
        raise(
                "cat > '" + got + "'; echo \"$ALLEGIANCE_EVENT $ALLEGIANCE_JOB $ALLEGIANCE_DATE $ALLEGIANCE_CODE"
                        + " $ALLEGIANCE_MESSAGE\" >> '" + got + "'; echo noise",
                "");
        List<String> lines = Files.readAllLines(got);
        assertThat(new JsonMapper().readTree(lines.get(0)).get("message").asString())
                .isEqualTo("the day's \"size\" is off");
        assertThat(lines.get(1)).isEqualTo("held nightly 2025-10-01 11 the day's \"size\" is off");
        assertThat(warnings.list).isEmpty();
    }

    @Test
    void theCommandSeesNothingElseOfTheProgramsEnvironment() throws IOException {
        Path got = folder.resolve("environment");
        raise("env | sed 's/=.*//' | sort -u > '" + got + "'", "");
        assertThat(System.getenv()).as("what it could have seen").hasSizeGreaterThan(3);
        assertThat(Files.readAllLines(got))
                .contains("PATH", "ALLEGIANCE_EVENT", "ALLEGIANCE_MESSAGE")
                .allMatch(name ->
                        name.matches("PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_.*|TZ|TMPDIR|HOSTNAME|JAVA_HOME"
                                + "|ALLEGIANCE_(HOME|EVENT|JOB|DATE|CODE|MESSAGE)|PWD|OLDPWD|SHLVL|_"));
    }

    @Test
    void plainWordsNeedNoShellAndAllElseGetsOne() {
        assertThat(words(" /usr/local/bin/page  --team=data a@b.c "))
                .containsExactly("/usr/local/bin/page", "--team=data", "a@b.c");
        assertThat(words("page 'the team'")).containsExactly("sh", "-c", "page 'the team'");
        assertThat(words("page | tee log")).hasSize(3);
        assertThat(words("page $TEAM")).hasSize(3);
    }

    @Test
    void aCommandThatFailsTwiceGetsAThirdTry() throws IOException {
        Path tries = folder.resolve("tries");
        Delivery patient = new Delivery(Duration.ofMillis(1), Duration.ofSeconds(20));
        String third = "echo again >> '" + tries + "'; test $(wc -l < '" + tries + "') = 3";
        new Alerts(new AlertSettings(third, "", List.of(), 0.2), Duration.ofSeconds(10), patient).raise(ALERT);
        assertThat(Files.readAllLines(tries)).hasSize(3);
        assertThat(warnings.list).isEmpty();
    }

    private static List<String> words(String command) {
        return new AlertCommand(command, List.of(), Duration.ofSeconds(1)).words();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-program-here", "echo 'no such team'; exit 3", "sleep 60"})
    void aCommandThatFailsOrHangsIsAWarning(String command) {
        raise(command, "");
        assertThat(warnings.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .startsWith("the alert 'held' did not get out by the command: it ")
                .matches(".*(could not be started|ended with code 3: no such team|took more than 1 s).*");
    }

    @Test
    void aWebhookThatRefusesIsAWarningWithoutItsAddress() {
        receiver.answer(403);
        raise("", receiver.at("/secret"));
        assertThat(warnings.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("answers with status 403")
                .doesNotContain("secret");
    }

    @Test
    void whatACommandSaysIsRepeatedWithoutSecretsOfAddresses() {
        raise("echo 'https://me:hush@hooks.example.com/T0/hush?key=hush does not answer'; exit 3", "");
        assertThat(warnings.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("https://hooks.example.com/ does not answer")
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hooks.example.com/x", "ftp://host/x", "https://user:word@host/x", "http://", "http://a b"})
    void anAddressThatIsNoneIsRefusedUnrepeated(String webhook) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlertSettings("", webhook, List.of(), 0.2))
                .withMessageStartingWith("allegiance.alert.webhook must be an address")
                .withMessageNotContaining(webhook);
    }

    private static void raise(String command, String webhook) {
        Delivery quick = new Delivery(Duration.ofMillis(1), Duration.ofMillis(900));
        new Alerts(new AlertSettings(command, webhook, List.of(), 0.2), Duration.ofSeconds(1), quick).raise(ALERT);
    }
}
