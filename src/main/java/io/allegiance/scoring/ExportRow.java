package io.allegiance.scoring;

import io.allegiance.decimal.FixedPoint;
import io.allegiance.loyalty.LoyaltyScores;
import io.allegiance.rfm.RfmScore;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one published row, in a buffer that is used again for the next: UTF-8, RFC 4180 with quotes only where
 * needed, NULL empty, probabilities and expected counts with six decimals, money with four, scores with two. The line
 * feed that ends a row in a file is not part of the row.
 */
public final class ExportRow {

    private final CsvBuffer csv = new CsvBuffer();
    private int segmentStateFrom;
    private int segmentStateTo;

    /** Puts a score's bytes in place of those of the one before, and returns this. */
    public ExportRow encode(CustomerScore score) {
        csv.clear();
        key(score.key());
        segmentStateFrom = csv.length();
        segmentState(score.segment());
        segmentStateTo = csv.length();
        rfm(score.rfm());
        churn(score.churn());
        value(score.value());
        loyalty(score.loyalty());
        text(score.nextBestCategory());
        reasons(score.reasons());
        word(score.eligibility().name());
        return this;
    }

    /** Encodes a score into a new array. */
    public EncodedScore toEncoded(CustomerScore score) {
        encode(score);
        return new EncodedScore(score.key().customerId(), toBytes(), segmentStateFrom, segmentStateTo);
    }

    /** A copy of the row's bytes. */
    public byte[] toBytes() {
        return Arrays.copyOf(csv.array(), csv.length());
    }

    /** Writes the row and the line feed that ends it. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(csv.array(), 0, csv.length());
        out.write('\n');
    }

    private void key(CustomerScore.Key key) {
        csv.text(key.customerId());
        csv.put(',');
        csv.date(key.scoreDate());
        word(key.modelVersion());
    }

    private void segmentState(SegmentState state) {
        word(state.segment());
        word(state.previousSegment());
        csv.put(',');
        csv.date(state.since());
    }

    private void rfm(@Nullable RfmScore rfm) {
        if (rfm == null) {
            nulls(3);
            return;
        }
        number(rfm.recency(), 0);
        number(rfm.frequency(), 0);
        numberOrNull(rfm.monetary(), 0);
    }

    private void churn(@Nullable ChurnRisk churn) {
        if (churn == null) {
            nulls(3);
            return;
        }
        number(churn.churnProbability(), FixedPoint.PROBABILITY);
        word(churn.churnBand().name());
        numberOrNull(churn.probabilityAlive(), FixedPoint.PROBABILITY);
    }

    private void value(@Nullable ScoreValue value) {
        if (value == null) {
            nulls(4);
            return;
        }
        number(value.expectedPurchases(), FixedPoint.COUNT);
        money(value.money());
    }

    private void money(ScoreValue.@Nullable Money money) {
        if (money == null) {
            nulls(3);
            return;
        }
        number(money.expectedSpend(), FixedPoint.MONEY);
        number(money.expectedValue(), FixedPoint.MONEY);
        number(money.valueAtRisk(), FixedPoint.MONEY);
    }

    private void loyalty(LoyaltyScores scores) {
        for (int column = 0; column < scores.size(); column++) {
            int hundredths = scores.get(column);
            csv.put(',');
            if (hundredths != LoyaltyScores.UNKNOWN) {
                csv.decimal(hundredths, FixedPoint.SCORE);
            }
        }
    }

    private void reasons(ChurnReasons reasons) {
        word(reasons.first());
        word(reasons.second());
        word(reasons.third());
    }

    private void text(@Nullable String text) {
        csv.put(',');
        if (text != null) {
            csv.text(text);
        }
    }

    private void word(@Nullable String word) {
        csv.put(',');
        if (word != null) {
            csv.word(word);
        }
    }

    private void number(long units, int digits) {
        csv.put(',');
        csv.decimal(units, digits);
    }

    private void numberOrNull(@Nullable Number units, int digits) {
        csv.put(',');
        if (units != null) {
            csv.decimal(units.longValue(), digits);
        }
    }

    private void nulls(int count) {
        for (int i = 0; i < count; i++) {
            csv.put(',');
        }
    }
}
