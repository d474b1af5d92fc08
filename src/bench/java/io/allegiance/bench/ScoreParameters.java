package io.allegiance.bench;

import io.allegiance.loyalty.LoyaltyScores;
import io.allegiance.rfm.RfmScore;
import io.allegiance.scoring.ChurnRisk;
import io.allegiance.scoring.CustomerScore;
import io.allegiance.decimal.FixedPoint;
import io.allegiance.scoring.ScoreValue;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A score as the parameters of an INSERT, in the order of the table's columns. */
final class ScoreParameters {

    private final PreparedStatement row;
    private int next = 1;

    private ScoreParameters(PreparedStatement row) {
        this.row = row;
    }

    static void set(CustomerScore score, int slot, PreparedStatement row) throws SQLException {
        ScoreParameters parameters = new ScoreParameters(row);
        parameters
                .add(slot)
                .add(score.key().customerId())
                .add(score.key().scoreDate())
                .add(score.key().modelVersion())
                .add(score.segment().segment())
                .add(score.segment().previousSegment())
                .add(score.segment().since());
        parameters.addRfm(score.rfm());
        parameters.addChurn(score.churn(), score.value());
        parameters.addLoyalty(score.loyalty());
        parameters
                .add(score.nextBestCategory())
                .add(score.reasons().first())
                .add(score.reasons().second())
                .add(score.reasons().third())
                .add(score.eligibility().name());
    }

    private void addRfm(@Nullable RfmScore rfm) throws SQLException {
        add(rfm == null ? null : rfm.recency())
                .add(rfm == null ? null : rfm.frequency())
                .add(rfm == null ? null : rfm.monetary());
    }

    private void addChurn(@Nullable ChurnRisk churn, @Nullable ScoreValue value) throws SQLException {
        ScoreValue.Money money = value == null ? null : value.money();
        add(churn == null ? null : decimal(churn.churnProbability(), FixedPoint.PROBABILITY))
                .add(churn == null ? null : churn.churnBand().name())
                .add(churn == null ? null : decimal(churn.probabilityAlive(), FixedPoint.PROBABILITY))
                .add(value == null ? null : decimal(value.expectedPurchases(), FixedPoint.COUNT))
                .add(money == null ? null : decimal(money.expectedSpend(), FixedPoint.MONEY))
                .add(money == null ? null : decimal(money.expectedValue(), FixedPoint.MONEY))
                .add(money == null ? null : decimal(money.valueAtRisk(), FixedPoint.MONEY));
    }

    private void addLoyalty(LoyaltyScores loyalty) throws SQLException {
        for (int column = 0; column < loyalty.size(); column++) {
            int hundredths = loyalty.get(column);
            add(hundredths == LoyaltyScores.UNKNOWN ? null : decimal(hundredths, FixedPoint.SCORE));
        }
    }

    private static BigDecimal decimal(long unscaled, int scale) {
        return BigDecimal.valueOf(unscaled, scale);
    }

    private ScoreParameters add(@Nullable Object value) throws SQLException {
        row.setObject(next++, value);
        return this;
    }
}
