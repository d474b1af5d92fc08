package io.allegiance.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.allegiance.settings.MachineSettings.DatabaseSettings;
import io.allegiance.settings.MachineSettings.LeaseSettings;
import io.allegiance.settings.MachineSettings.StreamSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MachineSettingsTest {

    private static final LeaseSettings LEASE = new LeaseSettings(Duration.ofSeconds(30));
    private static final StreamSettings STREAMS = new StreamSettings(false);
    private static final DatabaseSettings DATABASE = new DatabaseSettings(false);

    @Test
    void whatHoldsUnlessSet() {
        assertThat(new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("allegiance", MachineSettings.class))
                .isEqualTo(new MachineSettings("jobs", 2, 0, LEASE, STREAMS, DATABASE));
    }

    @Test
    void valuesOfNoMeaningAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MachineSettings("jobs", 0, 0, LEASE, STREAMS, DATABASE))
                .withMessage("allegiance.partitions must be 1 or more; was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeaseSettings(Duration.ofMillis(999)))
                .withMessage("allegiance.lease.time-to-live must be 1 s or more; was 999 ms");
    }
}
