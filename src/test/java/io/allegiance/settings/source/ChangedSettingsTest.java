package io.allegiance.settings.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.settings.BusinessSettings;
import io.allegiance.settings.ClosureSettings;
import io.allegiance.settings.nightly.NightlySettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangedSettingsTest {

    @Test
    void whatIsAsShippedIsNotListed() {
        assertThat(list(Map.of("ALLEGIANCE_ZONE", "UTC"), """
                        allegiance:
                          horizon-days: 90
                          closed: []
                          nightly: {late-days: 35, gate: {mean-churn: 0.15}}
                        """)).isEmpty();
    }

    @Test
    void theWinningValueIsListedWithItsOrigin() {
        assertThat(list(Map.of("ALLEGIANCE_HORIZON_DAYS", "30"), """
                        allegiance:
                          horizonDays: 60
                          closed: [2024-12-25, 2025-12-25]
                          nightly:
                            segments: mine.yaml
                            loyalty-weights: {spend_growth: 2}
                        """))
                .containsExactlyInAnyOrder(
                        new ChangedSetting(
                                "allegiance.horizon-days",
                                "30",
                                "90",
                                "the environment variable ALLEGIANCE_HORIZON_DAYS"),
                        new ChangedSetting("allegiance.closed", "2024-12-25, 2025-12-25", null, place(3)),
                        new ChangedSetting("allegiance.nightly.segments", "mine.yaml", null, place(5)),
                        new ChangedSetting("allegiance.nightly.loyalty-weights.spend-growth", "2", "1", place(6)));
    }

    @Test
    void secretsAreHidden() {
        assertThat(list(
                        Map.of(
                                "SPRING_DATASOURCE_PASSWORD", "hush",
                                "SPRING_DATASOURCE_URL", "jdbc:mysql://me:hush@db:3306/shop?password=hush"),
                        ""))
                .extracting(ChangedSetting::value)
                .containsExactlyInAnyOrder("******", "jdbc:mysql://******@db:3306/shop?******");
    }

    private static String place(int line) {
        return "Byte array resource [own.yaml], line " + line;
    }

    private static List<ChangedSetting> list(Map<String, String> variables, String yaml) {
        return ChangedSettings.list(
                SourceTexts.of(variables, yaml),
                KnownKeys.of(List.of(BusinessSettings.class, ClosureSettings.class, NightlySettings.class)));
    }
}
