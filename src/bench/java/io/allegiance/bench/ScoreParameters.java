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
                .addParameter(slot)
                .addParameter(score.key().customerId())
                .addParameter(score.key().scoreDate())
                .addParameter(score.key().modelVersion())
                .addParameter(score.segment().segment())
                .addParameter(score.segment().previousSegment())
                .addParameter(score.segment().since());
        parameters.addRfm(score.rfm());
        parameters.addChurn(score.churn(), score.value());
        parameters.addLoyalty(score.loyalty());
        parameters
                .addParameter(score.nextBestCategory())
                .addParameter(score.reasons().first())
                .addParameter(score.reasons().second())
                .addParameter(score.reasons().third())
                .addParameter(score.eligibility().name());
    }

    private void addRfm(@Nullable RfmScore rfm) throws SQLException {
        addParameter(rfm == null ? null : rfm.recency())
                .addParameter(rfm == null ? null : rfm.frequency())
                .addParameter(rfm == null ? null : rfm.monetary());
    }

    private void addChurn(@Nullable ChurnRisk churn, @Nullable ScoreValue value) throws SQLException {
        ScoreValue.Money money = value == null ? null : value.money();
        Long alive = churn == null ? null : churn.probabilityAlive();
        addParameter(churn == null ? null : decimal(churn.churnProbability(), FixedPoint.PROBABILITY))
                .addParameter(churn == null ? null : churn.churnBand().name())
                .addParameter(alive == null ? null : decimal(alive, FixedPoint.PROBABILITY))
                .addParameter(value == null ? null : decimal(value.expectedPurchases(), FixedPoint.COUNT))
                .addParameter(money == null ? null : decimal(money.expectedSpend(), FixedPoint.MONEY))
                .addParameter(money == null ? null : decimal(money.expectedValue(), FixedPoint.MONEY))
                .addParameter(money == null ? null : decimal(money.valueAtRisk(), FixedPoint.MONEY));
    }

    private void addLoyalty(LoyaltyScores loyalty) throws SQLException {
        for (int column = 0; column < loyalty.size(); column++) {
            int hundredths = loyalty.get(column);
            addParameter(hundredths == LoyaltyScores.UNKNOWN ? null : decimal(hundredths, FixedPoint.SCORE));
        }
    }

    private static BigDecimal decimal(long unscaled, int scale) {
        return BigDecimal.valueOf(unscaled, scale);
    }

    private ScoreParameters addParameter(@Nullable Object value) throws SQLException {
        row.setObject(next++, value);
        return this;
    }
}
