package io.allegiance.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One control total.
 *
 * @param name what was compared
 * @param expected what it must be
 * @param actual what it is
 * @param balanced whether they agree
 */
public record AuditCheck(String name, String expected, String actual, boolean balanced) {

    /** Compares two counts. */
    public static AuditCheck equal(String name, long expected, long actual) {
        return new AuditCheck(name, Long.toString(expected), Long.toString(actual), expected == actual);
    }

    /** Compares two dates. */
    public static AuditCheck equal(String name, LocalDate expected, @Nullable LocalDate actual) {
        return new AuditCheck(name, expected.toString(), String.valueOf(actual), expected.equals(actual));
    }

    /** Compares two sums. */
    public static AuditCheck equal(String name, BigDecimal expected, BigDecimal actual) {
        return new AuditCheck(name, expected.toPlainString(), actual.toPlainString(), expected.compareTo(actual) == 0);
    }

    /** Says in words which checks failed, at most three of them; empty when all balanced. */
    public static Optional<String> describeFailures(List<AuditCheck> checks) {
        String failures = checks.stream()
                .filter(check -> !check.balanced())
                .map(check -> check.name() + ": expected " + check.expected() + ", got " + check.actual())
                .limit(3)
                .collect(Collectors.joining("; "));
        return failures.isEmpty() ? Optional.empty() : Optional.of(failures);
    }
}
