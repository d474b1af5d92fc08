package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BandCountsTest {

    private static final ChurnBandLimits FIXED = ChurnBandLimits.parse("0.4", "0.7");

    @Test
    void countsOfPartsAddUp() {
        assertThat(new BandCounts(1, 2, 3).plus(new BandCounts(10, 20, 30))).isEqualTo(new BandCounts(11, 22, 33));
    }

    @Test
    void moreThanNineInTenInOneBandAreSaidWithTheFigure() {
        assertThat(new BandCounts(0, 28_686, 0).findCrowding(FIXED))
                .hasValue(
                        "28,686 of 28,686 customers (100.0 %) are in the churn band MEDIUM, so its edges (medium: 0.4,"
                                + " high: 0.7) hardly tell customers apart");
        assertThat(new BandCounts(2, 4, 292).findCrowding(FIXED).orElseThrow())
                .startsWith("292 of 298 customers (97.9 %) are in the churn band HIGH");
        assertThat(new BandCounts(901, 99, 0).findCrowded()).hasValue(ChurnBand.LOW);
    }

    @Test
    void nineInTenAndNobodyAreNoCrowd() {
        assertThat(new BandCounts(900, 50, 50).findCrowded()).isEmpty();
        assertThat(new BandCounts(0, 0, 0).findCrowded()).isEmpty();
    }

    @Test
    void whereBothEdgesAreSharesNothingElseCanBeWritten() {
        BandCounts alike = new BandCounts(0, 50, 0);
        assertThat(alike.findCrowding(ChurnBandLimits.parse("top 60 %", "top 20 %")))
                .isEmpty();
        assertThat(alike.findCrowding(ChurnBandLimits.parse("0.1", "top 20 %"))).isPresent();
    }
}
