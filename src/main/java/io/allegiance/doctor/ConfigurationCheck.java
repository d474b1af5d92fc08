package io.allegiance.doctor;

import io.allegiance.failure.AttentionException;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.settings.nightly.ConfigurationSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** The files in {@code jobs} and the environment. This check runs only after their values could be read. */
@Component
final class ConfigurationCheck implements HealthCheck {

    private final BusinessSettings business;
    private final ConfigurationSource configurations;

    ConfigurationCheck(BusinessSettings business, ConfigurationSource configurations) {
        this.business = business;
        this.configurations = configurations;
    }

    @Override
    public List<Finding> examine() {
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
