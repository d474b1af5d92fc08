package io.allegiance.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.history.PurchaseGaps;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.history.RecentDays;
import io.allegiance.testing.PurchaseHistories;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GapSurvivalTest {

    private static final PurchaseHistory SOME =
            PurchaseHistories.of("C", Customers.AS_OF, Customers.AS_OF, 1, new PurchaseHistory.Recent(1, 1, 1L), 0, 0);

    /** A duration: one that ended, or one that was still going on. */
    private record Duration(int days, boolean hasEnded) {}

    /** Remission under 6-MP (Freireich et al. 1963), as textbooks have it: 9 of 21 ended. */
    @Test
    void theCurveIsThatOfTheTextbook() {
        GapSurvival.Builder builder = new GapSurvival.Builder();
        int[] censored = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};
        int[] ended = {6, 6, 6, 7, 10, 13, 16, 22, 23};
        for (int i = 0; i < censored.length; i++) {
            builder.addCustomer(i < ended.length ? customer(ended[i]) : customer(), censored[i]);
        }
        GapSurvival curve = builder.build();
        assertThat(curve.days()).containsExactly(6, 7, 10, 13, 16, 22, 23);
        double[] published = {0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448};
        for (int i = 0; i < published.length; i++) {
            assertThat(curve.survival().get(i)).isCloseTo(published[i], within(0.0005));
        }
        assertThat(curve.after(5)).isEqualTo(1);
        assertThat(curve.after(9)).isEqualTo(curve.after(7)).isNotEqualTo(curve.after(6));
        assertThat(curve.after(4_000)).isEqualTo(curve.survival().get(6));
        assertThat(curve.endsWithin(7, 6)).isCloseTo(1 - 0.690 / 0.807, within(0.001));
    }

    /** Compared with the product over the lengths at which a gap ended, counted one by one. */
    @Test
    void theCurveIsThatOfTheDefinition() {
        SplittableRandom random = new SplittableRandom(20);
        for (int trial = 0; trial < 60; trial++) {
            GapSurvival.Builder builder = new GapSurvival.Builder();
            List<Duration> all = new ArrayList<>();
            int longest = 1 + random.nextInt(trial % 2 == 0 ? 30 : 3_000);
            for (int customer = 1 + random.nextInt(40); customer > 0; customer--) {
                int[] gaps = random.ints(random.nextInt(6), 1, longest + 1).toArray();
                int open = random.nextInt(longest + 1);
                builder.addCustomer(customer(gaps), open);
                for (int gap : gaps) {
                    all.add(new Duration(gap, true));
                }
                all.add(new Duration(open, false));
            }
            GapSurvival curve = builder.build();
            for (int days = 0; days < longest + 3; days += 1 + longest / 40) {
                assertThat(curve.after(days)).isCloseTo(plain(all, days), within(1e-12));
            }
        }
    }

    private static double plain(List<Duration> all, int upTo) {
        double left = 1;
        for (int days = 0; days <= upTo; days++) {
            int length = days;
            long atRisk = all.stream().filter(each -> each.days() >= length).count();
            long ends = all.stream()
                    .filter(each -> each.hasEnded() && each.days() == length)
                    .count();
            left *= ends == 0 ? 1 : 1 - (double) ends / atRisk;
        }
        return left;
    }

    @Test
    void beyondTheLongestGapNothingIsExpected() {
        GapSurvival curve = new GapSurvival(List.of(10, 20), List.of(0.5, 0.0));
        assertThat(curve.endsWithin(0, 9)).isZero();
        assertThat(curve.endsWithin(0, 10)).isEqualTo(0.5);
        assertThat(curve.endsWithin(10, 10)).isEqualTo(1);
        assertThat(curve.endsWithin(20, 90)).isZero();
        assertThat(GapSurvival.NONE.after(0)).isEqualTo(1);
        assertThat(GapSurvival.NONE.endsWithin(5, 90)).isZero();
        assertThat(new GapSurvival.Builder().build()).isEqualTo(GapSurvival.NONE);
    }

    @Test
    void lengthsAndValuesGoTogether() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GapSurvival(List.of(1, 2), List.of(0.5)))
                .withMessageContaining("was 1 of 2");
    }

    private static PurchaseHistory customer(int... gaps) {
        PurchaseGaps all = PurchaseGaps.NONE;
        for (int gap : gaps) {
            all = all.plus(gap);
        }
        return new PurchaseHistory(
                "C",
                SOME.firstPurchaseDay(),
                SOME.lastPurchaseDay(),
                gaps.length + 1,
                0,
                SOME.recent(),
                SOME.spend(),
                SOME.quantity(),
                new PurchaseHistory.Timing(RecentDays.NONE, all));
    }
}
