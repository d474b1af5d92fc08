package io.allegiance.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentSpreadTest {

    @Test
    void meansOfSegmentsCountAsOftenAsTheyHaveCustomers() {
        SegmentSpread spread = SegmentSpread.of(
                List.of(line("LOYAL", 3, "0.100000"), line("LOST", 1, "0.900001"), line("NO_PURCHASE", 6, null)));
        assertThat(spread.meanChurn()).isEqualByComparingTo("0.300000");
        assertThat(spread.shareOf("LOYAL")).isEqualTo(0.3);
        assertThat(spread.shareOf("NO_PURCHASE")).isEqualTo(0.6);
        assertThat(spread.shareOf("NEW")).isZero();
    }

    @Test
    void nobodyHasNoMeanAndNoShares() {
        SegmentSpread spread = SegmentSpread.of(List.of());
        assertThat(spread.meanChurn()).isNull();
        assertThat(spread.shareOf("LOYAL")).isZero();
    }

    private static Publication.SegmentLine line(String segment, long customers, String meanChurn) {
        return new Publication.SegmentLine(
                segment, customers, meanChurn == null ? null : new BigDecimal(meanChurn), null, null);
    }
}
