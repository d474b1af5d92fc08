package io.allegiance.doctor;

import io.allegiance.failure.AttentionException;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.settings.nightly.ConfigurationSource;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The files in {@code jobs} and the environment. This check runs only after their values could be read. */
@Component
final class ConfigurationCheck implements HealthCheck {

    private final BusinessSettings business;
    private final ConfigurationSource configurations;
    private final int partitions;
    private final Duration timeToLive;

    ConfigurationCheck(
            BusinessSettings business,
            ConfigurationSource configurations,
            @Value("${allegiance.partitions}") int partitions,
            @Value("${allegiance.lease.time-to-live}") Duration timeToLive) {
        this.business = business;
        this.configurations = configurations;
        this.partitions = partitions;
        this.timeToLive = timeToLive;
    }

    @Override
    public List<Finding> examine() {
        if (partitions < 1) {
            return List.of(Finding.fail(
                    "configuration",
                    "allegiance.partitions must be 1 or more; was " + partitions,
                    "correct it in jobs/nightly.yaml"));
        }
        if (timeToLive.toSeconds() < 1) {
            return List.of(Finding.fail(
                    "configuration",
                    "allegiance.lease.time-to-live must be 1 s or more; was " + timeToLive,
                    "correct it in jobs/nightly.yaml"));
        }
        try {
            configurations.requireUsable();
        } catch (AttentionException e) {
            return List.of(Finding.fail(
                    "configuration",
                    String.valueOf(e.getMessage()),
                    "correct the segment rules where it says; jobs/segments.yaml as shipped shows the form"));
        }
        return List.of(Finding.ok(
                "configuration",
                "zone " + business.zone() + ", " + business.reportingCurrency() + ", horizon " + business.horizonDays()
                        + " days; every customer finds a segment"));
    }
}
