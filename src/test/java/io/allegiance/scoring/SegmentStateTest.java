package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SegmentStateTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 12, 29);

    @Test
    void staysAsItIsUntilTheSegmentChanges() {
        SegmentState first = SegmentState.first("LOYAL", MONDAY);
        assertThat(first).isEqualTo(new SegmentState("LOYAL", null, MONDAY));
        assertThat(first.then("LOYAL", MONDAY.plusDays(1))).isEqualTo(first);
        SegmentState changed = first.then("AT_RISK", MONDAY.plusDays(2));
        assertThat(changed).isEqualTo(new SegmentState("AT_RISK", "LOYAL", MONDAY.plusDays(2)));
        assertThat(changed.then("AT_RISK", MONDAY.plusDays(9))).isEqualTo(changed);
    }

    @Test
    void aChangeFromASegmentToItselfIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SegmentState("LOYAL", "LOYAL", MONDAY));
    }
}
