package io.allegiance.publish;

import io.allegiance.decimal.FixedPoint;
import io.allegiance.loyalty.LoyaltyScores;
import io.allegiance.platform.load.BulkStatement;
import io.allegiance.platform.load.OnDuplicateKey;
import io.allegiance.platform.sql.Sql;
import io.allegiance.rfm.RfmScore;
import io.allegiance.scoring.ChurnBand;
import io.allegiance.scoring.ChurnReasons;
import io.allegiance.scoring.ChurnRisk;
import io.allegiance.scoring.CustomerScore;
import io.allegiance.scoring.Eligibility;
import io.allegiance.scoring.ScoreColumns;
import io.allegiance.scoring.ScoreValue;
import io.allegiance.scoring.SegmentState;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A score as a row of {@code customer_score}, there and back. Both ways hold the published digits exactly. */
final class ScoreRows {

    private ScoreRows() {}

    static BulkStatement statement() {
        return new BulkStatement(
                Sql.get("publish/load_customer_score"),
                Sql.get("publish/insert_customer_score"),
                OnDuplicateKey.REFUSE);
    }

    static CustomerScore toScore(ResultSet row, int number) throws SQLException {
        return new CustomerScore(
                new CustomerScore.Key(
                        row.getString("customer_id"),
                        row.getObject("score_date", LocalDate.class),
                        row.getString("model_version")),
                new SegmentState(
                        row.getString("segment"),
                        row.getString("previous_segment"),
                        row.getObject("segment_since", LocalDate.class)),
                toRfm(row),
                toChurn(row),
                toValue(row),
                toLoyalty(row),
                row.getString("next_best_category"),
                new ChurnReasons(row.getString("reason_1"), row.getString("reason_2"), row.getString("reason_3")),
                Eligibility.valueOf(row.getString("eligibility")));
    }

    private static @Nullable RfmScore toRfm(ResultSet row) throws SQLException {
        int recency = row.getInt("recency_score");
        if (row.wasNull()) {
            return null;
        }
        return new RfmScore(recency, row.getInt("frequency_score"), row.getObject("monetary_score", Integer.class));
    }

    private static @Nullable ChurnRisk toChurn(ResultSet row) throws SQLException {
        BigDecimal churn = row.getBigDecimal("churn_probability");
        BigDecimal alive = row.getBigDecimal("probability_alive");
        if (churn == null) {
            return null;
        }
        return new ChurnRisk(
                FixedPoint.of(churn, FixedPoint.PROBABILITY),
                ChurnBand.valueOf(row.getString("churn_band")),
                alive == null ? null : FixedPoint.of(alive, FixedPoint.PROBABILITY));
    }

    private static @Nullable ScoreValue toValue(ResultSet row) throws SQLException {
        BigDecimal purchases = row.getBigDecimal("expected_purchases");
        if (purchases == null) {
            return null;
        }
        BigDecimal spend = row.getBigDecimal("expected_spend");
        ScoreValue.Money money = spend == null
                ? null
                : new ScoreValue.Money(
                        FixedPoint.of(spend, FixedPoint.MONEY),
                        FixedPoint.of(row.getBigDecimal("expected_value"), FixedPoint.MONEY),
                        FixedPoint.of(row.getBigDecimal("value_at_risk"), FixedPoint.MONEY));
        return new ScoreValue(FixedPoint.of(purchases, FixedPoint.COUNT), money);
    }

    private static LoyaltyScores toLoyalty(ResultSet row) throws SQLException {
        int[] hundredths = new int[ScoreColumns.LOYALTY.size()];
        for (int column = 0; column < hundredths.length; column++) {
            BigDecimal score = row.getBigDecimal(ScoreColumns.LOYALTY.get(column));
            hundredths[column] =
                    score == null ? LoyaltyScores.UNKNOWN : Math.toIntExact(FixedPoint.of(score, FixedPoint.SCORE));
        }
        return LoyaltyScores.ofHundredths(hundredths);
    }
}
