package io.allegiance.cli.text;

import io.allegiance.publish.Publication.SegmentLine;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The segments of a publication as a table. */
public final class SegmentTable {

    private SegmentTable() {}

    public static void print(List<SegmentLine> segments, PrintWriter out) {
        TextTable table = new TextTable(
                "",
                new TextTable.Column("segment", -20),
                new TextTable.Column("customers", 10),
                new TextTable.Column("mean churn probability", 23),
                new TextTable.Column("value at risk", 18));
        for (SegmentLine line : segments) {
            table.addRow(
                    line.segment(),
                    line.customers(),
                    rounded(line.meanChurnProbability(), 3),
                    rounded(line.valueAtRisk(), 2));
        }
        long customers = segments.stream().mapToLong(SegmentLine::customers).sum();
        table.addRow("all", customers, "", rounded(totalAtRisk(segments), 2));
        table.print(out);
    }

    private static BigDecimal totalAtRisk(List<SegmentLine> segments) {
        return segments.stream()
                .map(SegmentLine::valueAtRisk)
                .filter(value -> value != null)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String rounded(@Nullable BigDecimal value, int digits) {
        return value == null
                ? ""
                : value.setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }
}
