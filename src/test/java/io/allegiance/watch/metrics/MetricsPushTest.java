package io.allegiance.watch.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.allegiance.run.RunState;
import io.allegiance.testing.Receiver;
import io.allegiance.watch.Delivery;
import io.allegiance.watch.RunFigures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class MetricsPushTest {

    private static final Instant AT = Instant.parse("2025-10-02T02:40:00Z");

    private static final RunEnd NIGHT = new RunEnd(
            "nightly",
            3,
            AT,
            Duration.ofMillis(61_500),
            Duration.ofHours(-1),
            new RunFigures(
                    new RunFigures.Readers(7, LocalDate.of(2025, 10, 1), Instant.parse("2025-10-03T06:00:00Z")),
                    57,
                    new RunFigures.OfRun(
                            RunState.COMPLETED,
                            Duration.ofSeconds(60),
                            List.of(),
                            Map.of("openDay", 0.25, "scoreCustomers", 40.5),
                            new RunFigures.Lines(900, 80, 20),
                            512L,
                            Map.of("LOYAL", 500L, "LOST", 12L),
                            null)));

    private static final RunEnd FAILURE = new RunEnd("nightly", 20, AT, Duration.ofSeconds(5), null, null);

    private static final Delivery QUICK = new Delivery(Duration.ofMillis(1), Duration.ofSeconds(5));

    @AutoClose
    private final Receiver receiver = new Receiver();

    @Test
    void thePushgatewayGetsTheMetricsOfTheJob() {
        push(new MetricsSettings.Pushgateway(receiver.at("/gateway/"), "ada", "secret"), otlp(""), NIGHT, true);
        Receiver.Received sent = receiver.sentTo("/gateway/metrics/job/nightly").get(0);
        assertThat(sent.method()).as("replaces those of the same names alone").isEqualTo("POST");
        assertThat(sent.header("Authorization"))
                .isEqualTo(
                        "Basic " + Base64.getEncoder().encodeToString("ada:secret".getBytes(StandardCharsets.UTF_8)));
        assertThat(sent.text().lines().filter(line -> !line.startsWith("#")))
                .containsExactlyInAnyOrder(
                        "allegiance_customers_published 512.0",
                        "allegiance_deadline_remaining_seconds -3600.0",
                        "allegiance_exit_code 3.0",
                        "allegiance_free_slots 57.0",
                        "allegiance_good_until_timestamp_seconds 1.7594712E9",
                        "allegiance_last_run_timestamp_seconds 1.7593728E9",
                        "allegiance_last_success_timestamp_seconds 1.7593728E9",
                        "allegiance_lines_anonymous 80.0",
                        "allegiance_lines_rejected 20.0",
                        "allegiance_lines_taken_in 900.0",
                        "allegiance_run_duration_seconds 61.5",
                        "allegiance_segment_customers{segment=\"LOST\"} 12.0",
                        "allegiance_segment_customers{segment=\"LOYAL\"} 500.0",
                        "allegiance_step_duration_seconds{step=\"openDay\"} 0.25",
                        "allegiance_step_duration_seconds{step=\"scoreCustomers\"} 40.5");
    }

    @Test
    void aFailureLeavesTheLastSuccessAsItStands() {
        push(gateway(receiver.at("")), otlp(""), FAILURE, false);
        assertThat(receiver.sentTo("/metrics/job/nightly").get(0).text().lines().filter(line -> !line.startsWith("#")))
                .containsExactlyInAnyOrder(
                        "allegiance_exit_code 20.0",
                        "allegiance_last_run_timestamp_seconds 1.7593728E9",
                        "allegiance_run_duration_seconds 5.0");
    }

    @Test
    void otlpGetsTheSameOnce() {
        push(gateway(""), new MetricsSettings.Otlp(receiver.at("/v1/metrics"), "X-Team=data, X-Key=a=b"), NIGHT, true);
        assertThat(receiver.sentTo("/v1/metrics")).singleElement().satisfies(sent -> {
            assertThat(sent.method()).isEqualTo("POST");
            assertThat(sent.header("Content-type")).isEqualTo("application/x-protobuf");
            assertThat(sent.header("X-team")).isEqualTo("data");
            assertThat(sent.header("X-key")).isEqualTo("a=b");
            assertThat(new String(sent.body(), StandardCharsets.ISO_8859_1))
                    .contains("service.name", "allegiance.run.duration", "allegiance.customers.published")
                    .contains("allegiance.step.duration", "scoreCustomers", "nightly");
        });
    }

    @Test
    void aReceiverThatRefusesIsTriedThreeTimes() {
        receiver.answer(503);
        push(gateway(receiver.at("")), otlp(receiver.at("/v1")), NIGHT, true);
        assertThat(receiver.sentTo("/metrics/job/nightly")).hasSize(3);
        assertThat(receiver.sentTo("/v1")).hasSize(3);
    }

    @Test
    void whereNothingIsConfiguredNothingIsSent() {
        push(gateway(""), otlp(""), NIGHT, true);
        assertThat(receiver.sentTo("/metrics/job/nightly")).isEmpty();
    }

    @Test
    void whoeverHangsOrRefusesGetsAWarning() {
        ListAppender<ILoggingEvent> warnings = new ListAppender<>();
        warnings.start();
        Logger logger = (Logger) LoggerFactory.getLogger(MetricsPush.class);
        logger.addAppender(warnings);
        try {
            new MetricsPush(
                            new MetricsSettings(gateway(receiver.at("/silent")), otlp(receiver.at("/silent/v1"))),
                            Duration.ofMillis(200),
                            QUICK)
                    .push(NIGHT, true);
            receiver.answer(401);
            push(gateway(receiver.at("")), otlp(receiver.at("/v1")), NIGHT, true);
        } finally {
            logger.detachAppender(warnings);
        }
        assertThat(warnings.list)
                .hasSize(4)
                .allSatisfy(warning ->
                        assertThat(warning.getFormattedMessage()).startsWith("the metrics were not pushed: "));
    }

    @Test
    void aRedirectIsNoSuccessAndIsNotFollowed() {
        List<String> warnings =
                warningsOf(() -> push(gateway(receiver.at("/moved")), otlp(receiver.at("/moved/v1")), NIGHT, true));
        assertThat(warnings)
                .hasSize(2)
                .allSatisfy(warning ->
                        assertThat(warning).contains("answers with status 302").doesNotContain("moved"));
        assertThat(receiver.sentTo("/arrived")).isEmpty();
    }

    @Test
    void aSecretInAnAddressIsNotLogged() {
        receiver.answer(403);
        List<String> warnings = warningsOf(() -> {
            push(gateway(receiver.at("/hush")), otlp(receiver.at("/hush?key=hush")), NIGHT, true);
            push(
                    gateway("http://no-such-host.invalid/hush"),
                    new MetricsSettings.Otlp(receiver.at("/hush"), "Host=hush"),
                    NIGHT,
                    true);
        });
        assertThat(warnings)
                .hasSize(4)
                .allSatisfy(warning -> assertThat(warning).doesNotContain("hush"));
    }

    /** Collects the warnings of whatever logger. */
    private static List<String> warningsOf(Runnable work) {
        ListAppender<ILoggingEvent> warnings = new ListAppender<>();
        warnings.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(warnings);
        try {
            work.run();
        } finally {
            root.detachAppender(warnings);
        }
        return warnings.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void settingsAreCheckedAndTellNoSecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gateway("pushgateway:9091"))
                .withMessageStartingWith("allegiance.metrics.pushgateway.url must be an address");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MetricsSettings.Otlp("", "Authorization"))
                .withMessageContaining("name=value");
        assertThat(new MetricsSettings(
                                new MetricsSettings.Pushgateway("", "ada", "hush"),
                                new MetricsSettings.Otlp("", "key=hush"))
                        .toString())
                .doesNotContain("hush");
    }

    private static MetricsSettings.Pushgateway gateway(String url) {
        return new MetricsSettings.Pushgateway(url, "", "");
    }

    private static MetricsSettings.Otlp otlp(String url) {
        return new MetricsSettings.Otlp(url, "");
    }

    private static void push(
            MetricsSettings.Pushgateway gateway, MetricsSettings.Otlp otlp, RunEnd end, boolean succeeded) {
        new MetricsPush(new MetricsSettings(gateway, otlp), Duration.ofSeconds(30), QUICK).push(end, succeeded);
    }
}
