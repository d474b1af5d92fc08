package io.allegiance.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RenewalCountsTest {

    @Test
    void aCohortIsCountedByItsSurvivors() {
        RenewalCounts counts = RenewalCounts.ofSurvivors(100, 63, 47);

        assertThat(counts).isEqualTo(RenewalCounts.of(new long[] {37, 16}, new long[] {0, 0, 47}));
        assertThat(counts.renewals()).isEqualTo(2);
        assertThat(counts.subscriptions()).isEqualTo(100);
        assertThat(counts.atRiskOf(2)).isEqualTo(63);
        assertThat(counts.informativeRenewals()).isEqualTo(2);
    }

    @Test
    void whoHasNotComeToARenewalSaysNothing() {
        RenewalCounts counts = RenewalCounts.of(new long[] {3}, new long[] {50, 7});

        assertThat(counts.subscriptions()).isEqualTo(10);
        assertThat(RenewalCounts.of(new long[0], new long[0]).subscriptions()).isZero();
    }

    @Test
    void countsOfTwoGroupsAddUpWhateverTheirLength() {
        RenewalCounts one = RenewalCounts.of(new long[] {1, 2, 3}, new long[] {4, 5, 6, 7});
        RenewalCounts other = RenewalCounts.of(new long[] {10}, new long[] {20, 30});

        assertThat(one.plus(other))
                .isEqualTo(RenewalCounts.of(new long[] {11, 2, 3}, new long[] {24, 35, 6, 7}))
                .isEqualTo(other.plus(one))
                .hasSameHashCodeAs(other.plus(one));
    }

    @Test
    void countsBelowZeroAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RenewalCounts.ofSurvivors(10, 11))
                .withMessage("counts of subscriptions must be 0 or more");
        assertThatIllegalArgumentException().isThrownBy(() -> RenewalCounts.ofSurvivors());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RenewalCounts.of(new long[RenewalCounts.MOST_RENEWALS + 1], new long[0]))
                .withMessageContaining("at most 36525 renewals");
    }
}
