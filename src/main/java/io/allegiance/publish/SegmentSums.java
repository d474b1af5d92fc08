package io.allegiance.publish;

import io.allegiance.customer.CustomerRange;
import io.allegiance.decimal.FixedPoint;
import io.allegiance.platform.Parallel;
import io.allegiance.platform.sql.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The segment totals of a publication: summed from the rows of its slot in one pass, and stored beside it. */
@Repository
public final class SegmentSums {

    private final JdbcTemplate jdbc;

    SegmentSums(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The rows of one segment.
     *
     * @param customers number of rows
     * @param scored those with a number
     * @param withChurn those with a churn probability
     * @param churn sum of the churn probabilities
     * @param valueAtRisk sum; null where no row has one
     * @param expectedValue sum, in ten-thousandths of the reporting currency
     */
    record Sum(
            long customers,
            long scored,
            long withChurn,
            BigDecimal churn,
            @Nullable BigDecimal valueAtRisk,
            @Nullable BigDecimal expectedValue) {

        Sum plus(Sum other) {
            return new Sum(
                    customers + other.customers,
                    scored + other.scored,
                    withChurn + other.withChurn,
                    churn.add(other.churn),
                    sum(valueAtRisk, other.valueAtRisk),
                    sum(expectedValue, other.expectedValue));
        }

        /** Mean churn probability, to six digits; null where no row has one. */
        @Nullable
        BigDecimal meanChurn() {
            return withChurn == 0
                    ? null
                    : churn.divide(BigDecimal.valueOf(withChurn), FixedPoint.PROBABILITY, RoundingMode.HALF_UP);
        }

        private static @Nullable BigDecimal sum(@Nullable BigDecimal a, @Nullable BigDecimal b) {
            if (a == null) {
                return b;
            }
            return b == null ? a : a.add(b);
        }
    }

    /**
     * Sums up a slot, segment by segment. Its rows are written by then, and read outside of the caller's transaction.
     *
     * @param ranges all customers, in ranges that are read in parallel
     */
    SortedMap<String, Sum> of(int slot, List<CustomerRange> ranges) {
        SortedMap<String, Sum> sums = new TreeMap<>();
        Parallel.run(ranges.stream().map(range -> read(slot, range)).toList())
                .forEach(part -> part.forEach(each -> sums.merge(each.segment(), each.sum(), Sum::plus)));
        return sums;
    }

    /** Keeps the sums of a publication, in the caller's transaction. */
    void save(long publication, LocalDate scoreDate, SortedMap<String, Sum> sums) {
        jdbc.batchUpdate(
                Sql.get("publish/insert_segment_summary"),
                sums.entrySet().stream()
                        .map(each -> toRow(publication, scoreDate, each.getKey(), each.getValue()))
                        .toList());
    }

    private static @Nullable Object[] toRow(long publication, LocalDate scoreDate, String segment, Sum sum) {
        return new @Nullable Object[] {
            publication, segment, scoreDate, sum.customers(), sum.meanChurn(), sum.valueAtRisk(), sum.expectedValue()
        };
    }

    private record OfSegment(String segment, Sum sum) {}

    private Callable<List<OfSegment>> read(int slot, CustomerRange range) {
        return () -> jdbc.query(
                Sql.get("publish/total_segments"), SegmentSums::toSum, slot, range.from(), range.to(), range.to());
    }

    private static OfSegment toSum(ResultSet row, int number) throws SQLException {
        return new OfSegment(
                row.getString("segment"),
                new Sum(
                        row.getLong("customers"),
                        row.getLong("scored"),
                        row.getLong("churn_count"),
                        row.getBigDecimal("churn_sum"),
                        row.getBigDecimal("value_at_risk"),
                        row.getBigDecimal("expected_value")));
    }
}
