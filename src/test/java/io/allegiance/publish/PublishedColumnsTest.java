package io.allegiance.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.platform.sql.Sql;
import io.allegiance.scoring.HorizonRow;
import io.allegiance.scoring.ScoreColumns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The statements that list the columns of scores list those of the export. */
class PublishedColumnsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "publish/load_customer_score",
                "publish/insert_customer_score",
                "publish/find_score_of_slot",
                "publish/stream_scores"
            })
    void aStatementOnWholeRowsNamesEveryColumnInOrder(String statement) {
        assertThat(onOneLine(statement)).contains(String.join(", ", ScoreColumns.NAMES));
    }

    @Test
    void anInsertHasAParameterForTheSlotAndEachColumn() {
        assertThat(onOneLine("publish/insert_customer_score"))
                .endsWith("VALUES (?" + ", ?".repeat(ScoreColumns.NAMES.size()) + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "publish/load_customer_score_horizon",
                "publish/insert_customer_score_horizon",
                "publish/list_horizons_of_customer",
                "publish/stream_horizons"
            })
    void aStatementOnRowsOverFurtherHorizonsNamesEveryColumnInOrder(String statement) {
        assertThat(onOneLine(statement)).contains(String.join(", ", HorizonRow.COLUMNS));
    }

    @Test
    void theReportReadsEveryScoreOfLoyalty() {
        assertThat(onOneLine("report/stream_scores"))
                .contains(", " + String.join(", ", ScoreColumns.LOYALTY) + ", next_best_category ");
    }

    @Test
    void theAuditLooksAtTheRangeOfEveryScoreOfLoyalty() {
        String statement = onOneLine("publish/total_slot");
        assertThat(ScoreColumns.LOYALTY)
                .allSatisfy(column -> assertThat(statement).contains(column + " NOT BETWEEN 0 AND 100"));
    }

    private static String onOneLine(String statement) {
        return Sql.get(statement).replaceAll("\\s+", " ").strip();
    }
}
