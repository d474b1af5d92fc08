package io.allegiance.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.allegiance.crossselling.ProposalMethod;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessSettingsTest {

    @Test
    void furtherHorizonsAreAscendingWhateverTheirOrder() {
        assertThat(settings(365, 1, 3650, 30, 89).furtherHorizons()).containsExactly(1, 30, 89, 365, 3650);
        assertThat(settings().furtherHorizons()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "3651", "90", "30,30", "30,90", "1,2,3,4,5,6"})
    void othersAreRefusedWithTheReason(String days) {
        Integer[] further =
                List.of(days.split(",")).stream().map(Integer::valueOf).toArray(Integer[]::new);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(further))
                .withMessageContaining(
                        "allegiance.further-horizons must be at most 5 different numbers of days in 1 to 3650")
                .withMessageContaining("none of them allegiance.horizon-days, which is 90")
                .withMessageEndingWith(
                        "was " + List.of(further).stream().sorted().toList());
    }

    private static BusinessSettings settings(Integer... further) {
        return new BusinessSettings(ZoneOffset.UTC, "EUR", 90, List.of(further), ProposalMethod.AUTO);
    }
}
