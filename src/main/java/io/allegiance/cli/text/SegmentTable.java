package io.allegiance.cli.text;

import io.allegiance.publish.Publication.SegmentLine;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The segments of a publication as a table. */
public final class SegmentTable {

    private static final String ROW = "%-20s %10s %23s %18s%n";

    private SegmentTable() {}

    public static void print(List<SegmentLine> segments, PrintWriter out) {
        out.printf(Locale.ROOT, ROW, "segment", "customers", "mean churn probability", "value at risk");
        for (SegmentLine line : segments) {
            out.printf(
                    Locale.ROOT,
                    ROW,
                    line.segment(),
                    line.customers(),
                    rounded(line.meanChurnProbability(), 3),
                    rounded(line.valueAtRisk(), 2));
        }
        long customers = segments.stream().mapToLong(SegmentLine::customers).sum();
        out.printf(Locale.ROOT, ROW, "all", customers, "", rounded(totalAtRisk(segments), 2));
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
