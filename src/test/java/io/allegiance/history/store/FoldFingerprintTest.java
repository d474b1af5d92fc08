package io.allegiance.history.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.calendar.DateRange;
import io.allegiance.calendar.OpenDays;
import io.allegiance.history.FoldRules;
import java.time.LocalDate;
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

    /** No gap reaches over a closure before it has ended. */
    @Test
    void onlyAClosureThatHasEndedCounts() {
        DateRange shut = new DateRange(D.minusDays(20), D.minusDays(1));
        DateRange coming = new DateRange(D.plusDays(30), D.plusDays(40));
        String without = fingerprint(D, OpenDays.NONE);
        assertThat(fingerprint(D.minusDays(5), OpenDays.without(List.of(shut)))).isEqualTo(without);
        assertThat(fingerprint(D.minusDays(1), OpenDays.without(List.of(shut)))).isEqualTo(without);
        assertThat(fingerprint(D, OpenDays.without(List.of(coming)))).isEqualTo(without);
        assertThat(fingerprint(D, OpenDays.without(List.of(shut))))
                .isNotEqualTo(without)
                .isEqualTo(fingerprint(D.plusDays(9), OpenDays.without(List.of(shut, coming))))
                .isNotEqualTo(fingerprint(D.plusDays(50), OpenDays.without(List.of(shut, coming))))
                .isNotEqualTo(
                        fingerprint(D, OpenDays.without(List.of(new DateRange(D.minusDays(20), D.minusDays(2))))));
    }

    private static String fingerprint(LocalDate asOf, OpenDays openDays) {
        return Histories.fingerprint(new FoldRules(90, List.of(), openDays), asOf);
    }
}
