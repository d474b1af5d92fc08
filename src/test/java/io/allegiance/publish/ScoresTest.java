package io.allegiance.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.customer.CustomerOrder;
import io.allegiance.customer.CustomerRange;
import io.allegiance.failure.UsageException;
import io.allegiance.scoring.CustomerScore;
import io.allegiance.scoring.Eligibility;
import io.allegiance.scoring.ScoreColumns;
import io.allegiance.scoring.SegmentState;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class ScoresTest {

    private static final List<CustomerRange> ALL = CustomerRange.between(List.of());

    private static final LocalDate D = ScoreSamples.DATE;

    @AutoClose
    private static final PublishSetting SETTING = new PublishSetting();

    @TempDir
    private Path folder;

    @BeforeEach
    void empty() {
        SETTING.empty();
    }

    @Test
    void writtenScoresAreReadEqualInIdOrder() {
        SplittableRandom random = new SplittableRandom(29);
        List<CustomerScore> written = IntStream.range(0, 1_000)
                .mapToObj(number -> ScoreSamples.random(random, number))
                .map(score -> random.nextInt(4) == 0 ? ScoreSamples.withoutAlive(score) : score)
                .sorted((a, b) ->
                        CustomerOrder.compare(a.key().customerId(), b.key().customerId()))
                .toList();
        SETTING.write(5, written);
        SETTING.write(6, List.of(ScoreSamples.returnsOnly("another slot's", D)));
        assertThat(read(5)).containsExactlyElementsOf(written);
    }

    @Test
    void readersViewsHaveEveryColumn() {
        for (String view : List.of("current_customer_score", "customer_score_history")) {
            assertThat(SETTING.texts(
                            "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE()"
                                    + " AND table_name = '" + view + "'"))
                    .as(view)
                    .containsAll(ScoreColumns.NAMES);
        }
    }

    @Test
    void aSlotIsCountedByWhatLiesInIt() {
        SplittableRandom random = new SplittableRandom(30);
        List<CustomerScore> written = IntStream.range(0, 300)
                .mapToObj(number -> ScoreSamples.random(random, number))
                .toList();
        SETTING.write(5, written);
        SlotTotals totals = SETTING.scores.getTotals(5, ALL);

        long scored = written.stream()
                .filter(score -> score.eligibility() == Eligibility.SCORED)
                .count();
        assertThat(SETTING.scores.getTotals(5, CustomerRange.between(List.of("C1", "C150", "C2", "z"))))
                .isEqualTo(totals);
        assertThat(totals.customers()).isEqualTo(300);
        assertThat(totals.scored()).isEqualTo(scored);
        assertThat(totals.ineligible()).isEqualTo(300 - scored);
        assertThat(totals.outOfRange()).isZero();
        assertThat(totals.incomplete()).isZero();
        assertThat(totals.spread().segments().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(300);
        assertThat(totals.spread().meanChurn().doubleValue())
                .isCloseTo(
                        written.stream()
                                        .filter(score -> score.churn() != null)
                                        .mapToLong(score -> score.churn().churnProbability())
                                        .average()
                                        .orElseThrow()
                                / 1e6,
                        within(1e-6));
    }

    @Test
    void anEmptySlotHasNoMeanAndNoShares() {
        SlotTotals totals = SETTING.scores.getTotals(9, ALL);
        assertThat(totals.customers()).isZero();
        assertThat(totals.spread().meanChurn()).isNull();
        assertThat(totals.spread().shareOf("LOYAL")).isZero();
    }

    @Test
    void valuesThatNoScoreMayHaveAreCounted() {
        SETTING.write(
                5,
                IntStream.range(0, 6)
                        .mapToObj(i -> ScoreSamples.scored("C" + i, D, SegmentState.first("LOYAL", D)))
                        .toList());
        SETTING.execute("UPDATE customer_score SET churn_probability = 1.000001 WHERE slot = 5 AND customer_id = 'C0'");
        SETTING.execute(
                "UPDATE customer_score SET probability_alive = -0.000001 WHERE slot = 5 AND customer_id = 'C1'");
        SETTING.execute("UPDATE customer_score SET value_at_risk = -1 WHERE slot = 5 AND customer_id = 'C2'");
        SETTING.execute("UPDATE customer_score SET probability_alive = NULL WHERE slot = 5 AND customer_id = 'C3'");
        SETTING.execute("UPDATE customer_score SET recency_score = NULL WHERE slot = 5 AND customer_id = 'C4'");
        SlotTotals totals = SETTING.scores.getTotals(5, ALL);
        assertThat(totals.outOfRange()).isEqualTo(3);
        assertThat(totals.incomplete()).isEqualTo(2);
    }

    @Test
    void probabilityAliveIsUnknownForEverybodyOrForNobody() {
        SETTING.write(
                5,
                IntStream.range(0, 6)
                        .mapToObj(i -> ScoreSamples.scored("C" + i, D, SegmentState.first(i < 3 ? "LOYAL" : "NEW", D)))
                        .toList());
        SETTING.execute("UPDATE customer_score SET probability_alive = NULL WHERE slot = 5 AND customer_id < 'C5'");
        assertThat(SETTING.scores.getTotals(5, ALL).incomplete()).isEqualTo(5);
        SETTING.execute("UPDATE customer_score SET probability_alive = NULL WHERE slot = 5");
        assertThat(SETTING.scores.getTotals(5, ALL).incomplete()).isZero();
    }

    @Test
    void customerIsFoundByExactIdWithExportColumns() {
        SETTING.write(5, List.of(ScoreSamples.scored("é", D, SegmentState.first("LOYAL", D))));
        assertThat(SETTING.scores.findColumns(5, "e")).isEmpty();
        assertThat(SETTING.scores.findColumns(5, "É")).isEmpty();
        assertThat(SETTING.scores.findColumns(6, "é")).isEmpty();
        Map<String, Object> columns = SETTING.scores.findColumns(5, "é").orElseThrow();
        assertThat(columns.keySet()).containsExactlyElementsOf(ScoreColumns.NAMES);
        assertThat(columns)
                .containsEntry("score_date", D)
                .containsEntry("churn_probability", new BigDecimal("0.812345"))
                .containsEntry("previous_segment", null);
    }

    @Test
    void theExportIsTheSameBytesWhoeverWritesThem() throws IOException {
        Publication publication = SETTING.publish(
                D,
                List.of(
                        ScoreSamples.scored("😀", D, new SegmentState("LOST", "LOYAL", LocalDate.of(2025, 12, 9))),
                        ScoreSamples.returnsOnly("\ufffd", D),
                        ScoreSamples.scored("a,\"b\"", D, SegmentState.first("LOYAL", D))));
        Path file = folder.resolve("scores.csv");

        assertThat(SETTING.export.write(publication, file, UnaryOperator.identity()))
                .isEqualTo(3);
        assertThat(file).hasContent("""
                        customer_id,score_date,model_version,segment,previous_segment,segment_since,recency_score,\
                        frequency_score,monetary_score,churn_probability,churn_band,probability_alive,\
                        expected_purchases,expected_spend,expected_value,value_at_risk,loyalty_score,repeat_score,\
                        volume_score,breadth_score,commitment_score,advocacy_score,forgiveness_score,\
                        spend_growth_score,brand_score,next_best_category,reason_1,reason_2,reason_3,eligibility
                        "a,""b""\",2025-12-31,2025-12-28-0123456789ab,LOYAL,,2025-12-31,2,4,5,0.812345,HIGH,0.000005,\
                        1.250000,49.3000,61.6250,266.7701,50.00,100.00,0.00,0.05,12.34,,,99.99,0.50,TEA,LONG_GAP,\
                        FEW_PURCHASES,,SCORED
                        \ufffd,2025-12-31,,NO_PURCHASE,,2025-12-31,,,,,,,,,,,,,,,,,,,,,,,,NO_PURCHASE
                        😀,2025-12-31,2025-12-28-0123456789ab,LOST,LOYAL,2025-12-09,2,4,5,0.812345,HIGH,0.000005,\
                        1.250000,49.3000,61.6250,266.7701,50.00,100.00,0.00,0.05,12.34,,,99.99,0.50,TEA,LONG_GAP,\
                        FEW_PURCHASES,,SCORED
                        """);
        assertThat(Files.readString(file)).doesNotContain("\r").endsWith("SCORED\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void anExportThatCannotBeWrittenSaysWhere() {
        Publication publication = SETTING.publish(D);
        assertThatThrownBy(() -> SETTING.export.write(
                        publication, folder.resolve("none").resolve("scores.csv"), UnaryOperator.identity()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("scores.csv cannot be written");
    }

    private static List<CustomerScore> read(int slot) {
        List<CustomerScore> read = new ArrayList<>();
        try (Scores.ScoreStream stream = SETTING.scores.stream(slot)) {
            for (CustomerScore score = stream.read(); score != null; score = stream.read()) {
                read.add(score);
            }
        }
        return read;
    }
}
