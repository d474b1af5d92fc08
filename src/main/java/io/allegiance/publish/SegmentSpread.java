package io.allegiance.publish;

import io.allegiance.decimal.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of a publication's customers over segments.
 *
 * @param segments customers of each segment
 * @param meanChurn mean churn probability, to six digits; null where none has a number
 */
public record SegmentSpread(
        Map<String, Long> segments, @Nullable BigDecimal meanChurn) {

    /** Of no customers. */
    static final SegmentSpread NOBODY = new SegmentSpread(Map.of(), null);

    public SegmentSpread {
        segments = Map.copyOf(segments);
    }

    /** Sums up segments; in one, all customers have a churn probability or none has. */
    public static SegmentSpread of(List<Publication.SegmentLine> lines) {
        BigDecimal sum = BigDecimal.ZERO;
        long counted = 0;
        for (Publication.SegmentLine line : lines) {
            BigDecimal mean = line.meanChurnProbability();
            if (mean != null) {
                sum = sum.add(mean.multiply(BigDecimal.valueOf(line.customers())));
                counted += line.customers();
            }
        }
        Map<String, Long> segments = lines.stream()
                .collect(Collectors.toMap(Publication.SegmentLine::segment, Publication.SegmentLine::customers));
        return of(segments, sum, counted);
    }

    /** Creates the distribution from counts and from the sum of the churn probabilities. */
    static SegmentSpread of(Map<String, Long> segments, BigDecimal churn, long withChurn) {
        return new SegmentSpread(
                segments,
                withChurn == 0
                        ? null
                        : churn.divide(BigDecimal.valueOf(withChurn), FixedPoint.PROBABILITY, RoundingMode.HALF_EVEN));
    }

    /** Returns the share of a segment among all customers, 0..1. */
    public double shareOf(String segment) {
        long all = segments.values().stream().mapToLong(Long::longValue).sum();
        return all == 0 ? 0 : segments.getOrDefault(segment, 0L) / (double) all;
    }
}
