package io.allegiance.doctor;

import io.allegiance.settings.Settings;
import java.util.List;
import org.springframework.stereotype.Component;

/** Zone and reporting currency against those that all that is stored was made with. */
@Component
final class FixedSettingsCheck implements HealthCheck {

    private final Settings settings;

    FixedSettingsCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> examine() {
        return List.of(Finding.ok(
                "fixed settings",
                settings.requireUnchangedSoFar()
                        ? "zone and currency are those that all is stored with"
                        : "the first line that lands fixes zone and currency"));
    }
}
