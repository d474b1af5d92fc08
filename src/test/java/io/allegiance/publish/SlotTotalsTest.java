package io.allegiance.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Merges;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SlotTotalsTest {

    @Test
    void sumsOfPartsAreMergedInAnyOrder() {
        SplittableRandom random = new SplittableRandom(4);
        List<Consumer<SlotTotals.Sum>> parts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int customers = 1 + random.nextInt(9);
            SlotTotals.OfSegment part = part(
                    "S" + random.nextInt(5),
                    customers,
                    random.nextInt(2),
                    BigDecimal.valueOf(random.nextInt(1_000_000), 6));
            parts.add(sum -> sum.addPart(part));
        }
        new Merges<SlotTotals.Sum>(SlotTotals.Sum::new, SlotTotals.Sum::merge, SlotTotals.Sum::totals)
                .assertLawsFor(parts);
    }

    /** So totals cannot be added up, only their sums. */
    @Test
    void whoseProbabilityAliveIsUnknownIsIncompleteOnlyBesideOthers() {
        SlotTotals.Sum unknown = new SlotTotals.Sum();
        unknown.addPart(part("A", 3, 3, BigDecimal.ONE));
        SlotTotals.Sum known = new SlotTotals.Sum();
        known.addPart(part("A", 2, 0, BigDecimal.ONE));
        assertThat(unknown.totals().incomplete()).isZero();
        assertThat(known.totals().incomplete()).isZero();

        unknown.merge(known);

        assertThat(unknown.totals().incomplete()).isEqualTo(3);
    }

    private static SlotTotals.OfSegment part(String segment, long customers, long aliveUnknown, BigDecimal churn) {
        return new SlotTotals.OfSegment(
                segment,
                new SlotTotals(customers, customers, 0, 0, 0, SegmentSpread.NOBODY),
                aliveUnknown,
                churn,
                customers);
    }
}
