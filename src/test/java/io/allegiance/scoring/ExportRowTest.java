package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.siegmar.fastcsv.reader.CsvReader;
import io.allegiance.loyalty.LoyaltyScores;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExportRowTest {

    private final ExportRow row = new ExportRow();

    @Test
    void theHeaderNamesThirtyColumnsInTheOrderOfTheContract() {
        assertThat(ScoreColumns.header())
                .isEqualTo("customer_id,score_date,model_version,segment,previous_segment,segment_since,recency_score,"
                        + "frequency_score,monetary_score,churn_probability,churn_band,probability_alive,"
                        + "expected_purchases,expected_spend,expected_value,value_at_risk,loyalty_score,repeat_score,"
                        + "volume_score,breadth_score,commitment_score,advocacy_score,forgiveness_score,"
                        + "spend_growth_score,brand_score,next_best_category,reason_1,reason_2,reason_3,eligibility");
        assertThat(ScoreColumns.NAMES).containsSubsequence(ScoreColumns.SEGMENT_STATE);
    }

    @Test
    void aFullRowAndABareOneHaveTheirGoldenBytes() {
        assertThat(text(Scores.full("C000123")))
                .isEqualTo("C000123,2025-12-31,2025-12-28-0a1b2c3d,AT_RISK,LOYAL,2025-12-09,2,4,5,0.812345,HIGH,"
                        + "0.000005,1.250000,49.3000,61.6250,266.7701,50.00,100.00,0.00,0.05,12.34,,,99.99,0.50,TEA,"
                        + "LONG_GAP,FEW_PURCHASES,,SCORED");
        assertThat(text(Scores.returnsOnly("C000124")))
                .isEqualTo("C000124,2025-12-31,,NO_PURCHASE,,2025-12-31,,,,,,,,,,,,,,,,,,,,,,,,NO_PURCHASE");
    }

    @Test
    void quotesStandOnlyWhereTheyAreNeeded() {
        assertThat(text(Scores.full("plain id"))).startsWith("plain id,");
        assertThat(text(Scores.full("a,b"))).startsWith("\"a,b\",");
        assertThat(text(Scores.full("\"a\"\"b"))).startsWith("\"\"\"a\"\"\"\"b\",");
        assertThat(text(Scores.full("a\nb"))).startsWith("\"a\nb\",");
        assertThat(text(Scores.full("a\rb"))).startsWith("\"a\rb\",");
        assertThat(text(Scores.full("🛒客é"))).startsWith("🛒客é,");
    }

    @Test
    void aCsvReaderGetsEveryValueBackFromTheBytesOfRandomRows() throws Exception {
        SplittableRandom random = new SplittableRandom(11);
        List<CustomerScore> scores = new ArrayList<>();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < 2_000; i++) {
            CustomerScore score = Scores.random(random);
            scores.add(score);
            row.encode(score).writeTo(file);
        }
        List<List<String>> records = new ArrayList<>();
        try (var reader = CsvReader.builder().ofCsvRecord(file.toString(StandardCharsets.UTF_8))) {
            reader.forEach(line -> records.add(line.getFields()));
        }
        assertThat(records).hasSameSizeAs(scores);
        for (int i = 0; i < scores.size(); i++) {
            assertThat(records.get(i)).isEqualTo(naive(scores.get(i)));
        }
    }

    @Test
    void theLargestIdOfFourByteCharactersFits() {
        String id = "🛒".repeat(64);
        assertThat(text(Scores.full(id))).startsWith(id + ",2025");
        String quotes = "\"".repeat(64);
        assertThat(text(Scores.full(quotes))).startsWith("\"" + "\"".repeat(128) + "\",2025");
    }

    @Test
    void aLoneSurrogateBecomesWhatTheJdkMakesOfIt() {
        String id = "a\uD83D-\uDED2b\uD83D";
        assertThat(row.encode(Scores.full(id)).toBytes()).startsWith((id + ",").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aScoreThatContradictsItselfIsRefusedWithoutNamingTheCustomer() {
        CustomerScore whole = Scores.full("SECRET");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomerScore(
                        whole.key(),
                        whole.segment(),
                        whole.rfm(),
                        whole.churn(),
                        whole.value(),
                        whole.loyalty(),
                        null,
                        whole.reasons(),
                        Eligibility.NO_MODEL))
                .withMessage(
                        "churn and value are present exactly in a SCORED score; this one's eligibility was NO_MODEL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomerScore(
                        whole.key(),
                        SegmentState.first("NO_PURCHASE", Scores.DATE),
                        whole.rfm(),
                        null,
                        null,
                        whole.loyalty(),
                        null,
                        whole.reasons(),
                        Eligibility.NO_MODEL))
                .withMessageContaining("NO_PURCHASE is for customers without a purchase");
    }

    private String text(CustomerScore score) {
        return new String(row.encode(score).toBytes(), StandardCharsets.UTF_8);
    }

    /** The fields by other means: BigDecimal and toString. */
    private static List<String> naive(CustomerScore score) {
        ScoreValue.Money money = score.value().money();
        LoyaltyScores loyalty = score.loyalty();
        List<String> fields = new ArrayList<>(List.of(
                score.key().customerId(),
                score.key().scoreDate().toString(),
                orEmpty(score.key().modelVersion()),
                score.segment().segment(),
                orEmpty(score.segment().previousSegment()),
                score.segment().since().toString(),
                "" + score.rfm().recency(),
                "" + score.rfm().frequency(),
                orEmpty(score.rfm().monetary()),
                decimal(score.churn().churnProbability(), 6),
                score.churn().churnBand().toString(),
                score.churn().probabilityAlive() == null
                        ? ""
                        : decimal(score.churn().probabilityAlive(), 6),
                decimal(score.value().expectedPurchases(), 6),
                money == null ? "" : decimal(money.expectedSpend(), 4),
                money == null ? "" : decimal(money.expectedValue(), 4),
                money == null ? "" : decimal(money.valueAtRisk(), 4)));
        for (int column = 0; column < 9; column++) {
            int hundredths = loyalty.get(column);
            fields.add(hundredths == -1 ? "" : decimal(hundredths, 2));
        }
        fields.add(orEmpty(score.nextBestCategory()));
        fields.add(orEmpty(score.reasons().first()));
        fields.add(orEmpty(score.reasons().second()));
        fields.add(orEmpty(score.reasons().third()));
        fields.add(score.eligibility().toString());
        return fields;
    }

    private static String decimal(long units, int digits) {
        return BigDecimal.valueOf(units, digits).toPlainString();
    }

    private static String orEmpty(Object value) {
        return value == null ? "" : value.toString();
    }
}
