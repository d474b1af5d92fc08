package io.allegiance.watch.alert;

import io.allegiance.platform.Json;
import io.allegiance.watch.Delivery;
import io.allegiance.watch.HttpPost;
import io.allegiance.watch.WebAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Sends alerts by the configured command and webhook. A failed alert is logged as a warning and changes no exit code.
 */
@Component
public final class Alerts {

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(30);

    private final AlertSettings settings;
    private final Duration commandLimit;
    private final Delivery delivery;

    @Autowired
    public Alerts(AlertSettings settings) {
        this(settings, COMMAND_LIMIT, new Delivery());
    }

    Alerts(AlertSettings settings, Duration commandLimit, Delivery delivery) {
        this.settings = settings;
        this.commandLimit = commandLimit;
        this.delivery = delivery;
    }

    /** Returns the share of its usual time below which a run is suspiciously early; 0 for never. */
    public double earlyShare() {
        return settings.earlyShare();
    }

    /** Calls the command and the webhook, each where it is configured, and tries up to three times. */
    public void raise(Alert alert) {
        if (!settings.command().isBlank()) {
            AlertCommand command = new AlertCommand(settings.command(), settings.passVariables(), commandLimit);
            warn(alert, "command", delivery.attempt(() -> command.run(alert)));
        }
        WebAddress.find(settings.webhook())
                .ifPresent(address -> warn(alert, "webhook", delivery.attempt(() -> post(address, alert))));
    }

    private static Optional<String> post(URI address, Alert alert) {
        return new HttpPost(HttpPost.PATIENCE)
                .send(
                        address,
                        Map.of("Content-Type", "application/json"),
                        Json.write(alert).getBytes(StandardCharsets.UTF_8));
    }

    private static void warn(Alert alert, String what, Optional<String> failure) {
        failure.ifPresent(
                words -> LOG.warn("the alert '{}' did not get out by the {}: {}", alert.event(), what, words));
    }
}
