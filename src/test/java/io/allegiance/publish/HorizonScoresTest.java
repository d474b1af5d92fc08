package io.allegiance.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.customer.CustomerRange;
import io.allegiance.failure.RetryableException;
import io.allegiance.failure.UsageException;
import io.allegiance.publish.HorizonScores.Totals;
import io.allegiance.scoring.CustomerScore;
import io.allegiance.scoring.EncodedCustomer;
import io.allegiance.scoring.ExportRow;
import io.allegiance.scoring.HorizonDigest;
import io.allegiance.scoring.HorizonRow;
import io.allegiance.scoring.HorizonScore;
import io.allegiance.scoring.SegmentState;
import io.allegiance.scoring.SpreadsheetText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class HorizonScoresTest {

    private static final List<CustomerRange> ALL = CustomerRange.between(List.of());
    private static final LocalDate D = ScoreSamples.DATE;
    private static final HorizonScore SHORT = new HorizonScore(30, 900_001, 123_456, 1_234_567L);
    private static final HorizonScore LONG = new HorizonScore(365, 0, 9_000_000, null);

    @AutoClose
    private static final PublishSetting SETTING = new PublishSetting();

    @TempDir
    private Path folder;

    @BeforeEach
    void empty() {
        SETTING.empty();
    }

    @Test
    void oneCustomersRowsAreListedTheShortestHorizonFirst() {
        write(5, "é", LONG, SHORT);
        write(6, "é", SHORT);
        assertThat(SETTING.horizons.listColumns(5, "É")).isEmpty();
        List<Map<String, Object>> rows = SETTING.horizons.listColumns(5, "é");
        assertThat(rows).extracting(row -> row.get("horizon_days")).containsExactly(30, 365);
        assertThat(rows.get(0).keySet()).containsExactlyElementsOf(HorizonRow.COLUMNS);
        assertThat(rows.get(0))
                .containsEntry("score_date", D)
                .containsEntry("churn_probability", new BigDecimal("0.900001"))
                .containsEntry("expected_purchases", new BigDecimal("0.123456"))
                .containsEntry("expected_value", new BigDecimal("123.4567"));
        assertThat(rows.get(1)).containsEntry("expected_value", null);
    }

    @Test
    void totalsCountTheRowsOfScoredCustomersAndValuesOutOfRange() {
        write(5, "a", SHORT, LONG);
        write(5, "b", SHORT, LONG);
        write(5, "c", LONG);
        SETTING.execute("UPDATE customer_score SET eligibility = 'NO_PURCHASE' WHERE customer_id = 'b'");
        SETTING.execute("DELETE FROM customer_score WHERE customer_id = 'c'");
        SETTING.execute("UPDATE customer_score_horizon SET expected_value = -1 WHERE customer_id = 'a'");
        Map<Integer, Totals> expected = Map.of(30, new Totals(2, 1, 1), 365, new Totals(3, 1, 1));
        assertThat(SETTING.horizons.getTotals(5, ALL)).isEqualTo(expected);
        assertThat(SETTING.horizons.getTotals(5, CustomerRange.between(List.of("b", "c"))))
                .isEqualTo(expected);
        assertThat(SETTING.horizons.getTotals(6, ALL)).isEmpty();
    }

    @Test
    void theExportIsWhatWasHashedAndReadersSeeTheSame() throws IOException {
        Publication publication = publishTwo();
        Path file = folder.resolve("horizons.csv");
        assertThat(SETTING.export.writeHorizons(publication, file, UnaryOperator.identity()))
                .isEqualTo(3);
        assertThat(file).hasContent("""
                customer_id,score_date,horizon_days,churn_probability,expected_purchases,expected_value
                =a,2025-12-31,30,0.900001,0.123456,123.4567
                =a,2025-12-31,365,0.000000,9.000000,
                b,2025-12-31,30,0.900001,0.123456,123.4567
                """);
        assertThat(SETTING.texts("SELECT CONCAT_WS(',', customer_id, score_date, horizon_days, churn_probability,"
                        + " expected_purchases, COALESCE(expected_value, '')) FROM current_customer_score_horizon"
                        + " ORDER BY customer_id, horizon_days"))
                .isEqualTo(Files.readAllLines(file).subList(1, 4));
        SETTING.export.writeHorizons(publication, file, SpreadsheetText::neutralise);
        assertThat(Files.readAllLines(file)).hasSize(4).element(1).asString().startsWith("'=a,");
    }

    @Test
    void anExportThatIsNotWholeLeavesNoFile() {
        Publication publication = publishTwo();
        SETTING.execute("DELETE FROM customer_score_horizon WHERE customer_id = 'b'");
        assertThatThrownBy(() ->
                        SETTING.export.writeHorizons(publication, folder.resolve("h.csv"), UnaryOperator.identity()))
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining("was emptied while it was read; what was written of it is not whole");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPublicationWithoutThemIsSaidToHaveNone() {
        Publication publication = SETTING.publish(D);
        assertThat(publication.horizonDigest()).isNull();
        assertThatThrownBy(() ->
                        SETTING.export.writeHorizons(publication, folder.resolve("h.csv"), UnaryOperator.identity()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("has no further horizons: set allegiance.further-horizons");
    }

    @Test
    void theyLeaveWithTheirSlot() {
        Publication first = publishTwo();
        for (int day = 1; day <= PublishSetting.KEPT; day++) {
            SETTING.publish(D.plusDays(day));
        }
        assertThat(SETTING.horizons.getTotals(first.slot(), ALL)).isNotEmpty();
        assertThat(SETTING.emptyOldSlots()).isOne();
        assertThat(SETTING.horizons.getTotals(first.slot(), ALL)).isEmpty();
        assertThat(SETTING.texts("SELECT customer_id FROM customer_score_horizon"))
                .isEmpty();
    }

    /** A publication with three rows over further horizons. */
    private static Publication publishTwo() {
        HorizonDigest digest = new HorizonDigest();
        row("=a", LONG, SHORT).further().forEach(digest::addRow);
        row("b", SHORT).further().forEach(digest::addRow);
        return SETTING.publish(
                D, List.of(score("=a"), score("b")), digest.digest().toString(), slot -> {
                    writeHorizons(slot, "=a", LONG, SHORT);
                    writeHorizons(slot, "b", SHORT);
                });
    }

    private static void write(int slot, String customer, HorizonScore... further) {
        SETTING.write(slot, List.of(score(customer)));
        writeHorizons(slot, customer, further);
    }

    private static void writeHorizons(int slot, String customer, HorizonScore... further) {
        SETTING.inTransaction(() -> SETTING.horizons.write(slot, List.of(row(customer, further))));
    }

    private static CustomerScore score(String customer) {
        return ScoreSamples.scored(customer, D, SegmentState.first("LOYAL", D));
    }

    private static EncodedCustomer row(String customer, HorizonScore... further) {
        HorizonRow row = new HorizonRow();
        return new EncodedCustomer(
                new ExportRow().toEncoded(score(customer)),
                List.of(further).stream()
                        .map(each -> row.encode(customer, D, each).toBytes())
                        .toList());
    }
}
