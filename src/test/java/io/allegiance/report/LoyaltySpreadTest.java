package io.allegiance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.loyalty.LoyaltyScores;
import io.allegiance.report.figure.CustomerRow;
import io.allegiance.testing.NinthDimension;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoyaltySpreadTest {

    private static final int NONE = LoyaltyScores.UNKNOWN;

    @Test
    void eachColumnCountsThoseWhoHaveIt() {
        LoyaltySpread spread = new LoyaltySpread(LoyaltyScores.columns(NinthDimension.NINE));
        spread.addCustomer(row(1_000, 0, NONE, NONE, NONE, NONE, NONE, NONE, NONE, 10_000));
        spread.addCustomer(row(2_000, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, 5_000));
        List<RunReport.Dimension> figures = spread.figures();
        assertThat(figures.stream().map(RunReport.Dimension::name))
                .containsExactly(
                        "loyalty_score",
                        "repeat_score",
                        "volume_score",
                        "breadth_score",
                        "commitment_score",
                        "advocacy_score",
                        "forgiveness_score",
                        "spend_growth_score",
                        "brand_score",
                        "long_tenure_score");
        assertThat(figures.stream().map(RunReport.Dimension::customers))
                .containsExactly(2L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 2L);
        assertThat(figures.get(9).mean()).isEqualByComparingTo("75");
        assertThat(figures.get(9).tenths()).containsExactly(0L, 0L, 0L, 0L, 0L, 1L, 0L, 0L, 0L, 1L);
        assertThat(figures.get(2).mean()).isNull();
    }

    private static CustomerRow row(int... hundredths) {
        return new CustomerRow(
                "C",
                new CustomerRow.Score("LOYAL", null, null, null, null, LoyaltyScores.ofHundredths(hundredths), null),
                null,
                null,
                null);
    }
}
