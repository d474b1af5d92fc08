package io.allegiance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.publish.SegmentSpread;
import io.allegiance.settings.nightly.NightlySettings;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MovementTest {

    private static final NightlySettings.GateSettings SETTINGS =
            new NightlySettings.GateSettings(0.1, 0.6, 10, 0.25, 0.15, NightlySettings.RejectSettings.USUAL);
    private static final SegmentSpread BEFORE = spread("0.300000", Map.of("LOYAL", 50L, "LOST", 50L));

    @Test
    void whatStaysIsBelieved() {
        assertThat(Movement.findTooLarge(BEFORE, BEFORE, true, SETTINGS)).isEmpty();
    }

    @Test
    void aShareMayMoveAsFarAsConfigured() {
        assertThat(find("0.300000", Map.of("LOYAL", 75L, "LOST", 25L))).isEmpty();
        assertThat(find("0.300000", Map.of("LOYAL", 76L, "LOST", 24L))).isEqualTo("the share of LOST");
    }

    @Test
    void sharesAreComparedAndNotCounts() {
        assertThat(find("0.300000", Map.of("LOYAL", 5_000L, "LOST", 5_000L))).isEmpty();
    }

    @Test
    void aSegmentThatAppearsOrVanishesHasMovedToo() {
        assertThat(find("0.300000", Map.of("LOYAL", 50L, "LOST", 20L, "NEW", 30L)))
                .isEqualTo("the share of LOST");
        assertThat(find("0.300000", Map.of("LOYAL", 70L, "NEW", 30L))).isEqualTo("the share of LOST");
        assertThat(find("0.300000", Map.of("LOYAL", 37L, "LOST", 37L, "NEW", 26L)))
                .isEqualTo("the share of NEW");
    }

    @Test
    void theMeanChurnProbabilityMayMoveAsFarAsConfigured() {
        assertThat(find("0.440000", BEFORE.segments())).isEmpty();
        assertThat(find("0.460000", BEFORE.segments())).isEqualTo("the mean churn probability");
        assertThat(find("0.140000", BEFORE.segments())).isEqualTo("the mean churn probability");
        assertThat(find(null, BEFORE.segments())).isEqualTo("the mean churn probability");
    }

    private static String find(String meanChurn, Map<String, Long> segments) {
        return Movement.findTooLarge(BEFORE, spread(meanChurn, segments), true, SETTINGS)
                .map(Movement::what)
                .orElse("");
    }

    private static SegmentSpread spread(String meanChurn, Map<String, Long> segments) {
        return new SegmentSpread(segments, meanChurn == null ? null : new BigDecimal(meanChurn));
    }
}
