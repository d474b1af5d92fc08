package io.allegiance.scoring;

import io.allegiance.decimal.FixedPoint;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of one published score over a further horizon, as {@link ExportRow} writes a score: UTF-8, RFC 4180 with quotes only
 * where needed, NULL empty, probability and expected count with six decimals, money with four. The line feed that ends a row in a
 * file is not part of the row. The buffer is used again for the next.
 */
public final class HorizonRow {

    /** The columns in the order of the export. */
    public static final List<String> COLUMNS = List.of(
            "customer_id", "score_date", "horizon_days", "churn_probability", "expected_purchases", "expected_value");

    private final CsvBuffer csv = new CsvBuffer();

    /** The first line of an export, without its line feed. */
    public static String header() {
        return String.join(",", COLUMNS);
    }

    /** Puts a score's bytes in place of those of the one before, and returns this. */
    public HorizonRow encode(String customerId, LocalDate scoreDate, HorizonScore score) {
        csv.clear();
        csv.text(customerId);
        csv.put(',');
        csv.date(scoreDate);
        number(score.horizonDays(), 0);
        number(score.churnProbability(), FixedPoint.PROBABILITY);
        number(score.expectedPurchases(), FixedPoint.COUNT);
        csv.put(',');
        Long value = score.expectedValue();
        if (value != null) {
            csv.decimal(value, FixedPoint.MONEY);
        }
        return this;
    }

    private void number(long units, int digits) {
        csv.put(',');
        csv.decimal(units, digits);
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
}
