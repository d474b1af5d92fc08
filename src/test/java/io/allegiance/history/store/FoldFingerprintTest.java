package io.allegiance.history.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import io.allegiance.calendar.OpenDays;
import io.allegiance.history.FoldRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldFingerprintTest {

    private static final LocalDate D = LocalDate.of(2025, 12, 31);

    @Test
    void otherRulesHaveAnotherFingerprintAndTheirOrderDoesNotCount() {
        assertThat(Histories.fingerprint(new FoldRules(90, List.of("b", "a"), OpenDays.NONE), D))
                .isEqualTo(Histories.fingerprint(new FoldRules(90, List.of("a", "b", "a"), OpenDays.NONE), D))
                .isNotEqualTo(Histories.fingerprint(new FoldRules(90, List.of("a"), OpenDays.NONE), D))
                .isNotEqualTo(Histories.fingerprint(new FoldRules(91, List.of("a", "b"), OpenDays.NONE), D))
                .hasSize(32);
    }
}
