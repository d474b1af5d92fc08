package io.allegiance.scoring;

import io.allegiance.decimal.FixedPoint;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;

/**
 * The bytes of one prediction of a backtest, as {@link ExportRow} writes a score: UTF-8, RFC 4180, both figures with six
 * decimals, rounded half to even. The buffer is used again for the next.
 */
public final class PredictionRow {

    /** The names of the columns. */
    public static final String HEADER = "cutoff,customer_id,churn_probability,expected_purchases";

    private final CsvBuffer csv = new CsvBuffer();

    /** Puts a prediction's bytes in place of those of the one before, and returns this. */
    public PredictionRow encode(LocalDate cutOff, String customerId, double churn, double expectedPurchases) {
        csv.clear();
        csv.date(cutOff);
        csv.put(',');
        csv.text(customerId);
        csv.put(',');
        csv.decimal(FixedPoint.round(churn, FixedPoint.PROBABILITY), FixedPoint.PROBABILITY);
        csv.put(',');
        csv.decimal(FixedPoint.round(expectedPurchases, FixedPoint.COUNT), FixedPoint.COUNT);
        return this;
    }

    /** Writes the row and the line feed that ends it. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(csv.array(), 0, csv.length());
        out.write('\n');
    }
}
