package io.allegiance.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.allegiance.customer.CustomerRange;
import io.allegiance.scoring.CustomerScore;
import io.allegiance.scoring.SegmentState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class SegmentSumsTest {

    @AutoClose
    private static final PublishSetting SETTING = new PublishSetting();

    private static final LocalDate D = LocalDate.of(2026, 3, 1);
    private static final List<CustomerRange> ALL = CustomerRange.between(List.of());

    @BeforeEach
    void empty() {
        SETTING.empty();
    }

    @Test
    void sumsOfRangesAreThoseOfTheWhole() {
        SETTING.write(5, List.of(loyal("A"), lost("B"), loyal("C"), loyal("D"), lost("E")));
        SETTING.execute(
                "UPDATE customer_score SET churn_probability = 0.1, value_at_risk = 1.0001 WHERE customer_id = 'A'");
        SETTING.execute(
                "UPDATE customer_score SET churn_probability = 0.1, value_at_risk = NULL WHERE customer_id = 'C'");
        SETTING.execute(
                "UPDATE customer_score SET churn_probability = 0.100001, value_at_risk = 2 WHERE customer_id = 'D'");

        SortedMap<String, SegmentSums.Sum> whole = SETTING.sums.of(5, ALL);
        assertThat(whole).containsOnlyKeys("LOST", "LOYAL");
        assertThat(SETTING.sums.of(5, CustomerRange.between(List.of("B", "C", "D", "X"))))
                .isEqualTo(whole);

        SegmentSums.Sum loyal = whole.get("LOYAL");
        assertThat(loyal.customers()).isEqualTo(3);
        assertThat(loyal.valueAtRisk()).isEqualByComparingTo("3.0001");
        assertThat(loyal.meanChurn()).isEqualTo(new BigDecimal("0.100000"));
    }

    @Test
    void whatNoRowHasIsNotZero() {
        SETTING.write(5, List.of(lost("A"), lost("B")));
        SETTING.execute(
                "UPDATE customer_score SET churn_probability = NULL, value_at_risk = NULL, expected_value = NULL,"
                        + " eligibility = 'NO_PURCHASE'");
        SegmentSums.Sum sum =
                SETTING.sums.of(5, CustomerRange.between(List.of("B"))).get("LOST");
        assertThat(sum.customers()).isEqualTo(2);
        assertThat(sum.scored()).isZero();
        assertThat(sum.meanChurn()).isNull();
        assertThat(sum.valueAtRisk()).isNull();
        assertThat(sum.expectedValue()).isNull();
    }

    @Test
    void meansAreRoundedHalfUp() {
        SETTING.write(5, List.of(loyal("A"), loyal("B")));
        SETTING.execute("UPDATE customer_score SET churn_probability = 0.200000 WHERE customer_id = 'A'");
        SETTING.execute("UPDATE customer_score SET churn_probability = 0.200001 WHERE customer_id = 'B'");
        assertThat(SETTING.sums.of(5, ALL).get("LOYAL").meanChurn()).isEqualTo(new BigDecimal("0.200001"));
    }

    @Test
    void aPublicationKeepsThem() {
        Publication published = SETTING.publish(D, List.of(loyal("A"), lost("N"), loyal("Z")));
        assertThat(published.customers()).isEqualTo(3);
        assertThat(published.scored()).isEqualTo(3);
        assertThat(SETTING.publications.listSegments(published.publication()))
                .extracting(Publication.SegmentLine::segment, Publication.SegmentLine::customers)
                .containsExactly(tuple("LOYAL", 2L), tuple("LOST", 1L));
    }

    private static CustomerScore loyal(String customer) {
        return ScoreSamples.scored(customer, D, SegmentState.first("LOYAL", D));
    }

    private static CustomerScore lost(String customer) {
        return ScoreSamples.scored(customer, D, SegmentState.first("LOST", D));
    }
}
