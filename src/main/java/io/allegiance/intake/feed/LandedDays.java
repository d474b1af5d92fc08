package io.allegiance.intake.feed;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Of which days lines had landed before an import. It is asked about the days of a chunk before these lines land. Days before
 * the first or after the last one take no look-up.
 */
final class LandedDays {

    private final TransactionLineTable lines;
    private final Map<LocalDate, Boolean> known = new HashMap<>();
    private @Nullable Span span;

    LandedDays(TransactionLineTable lines) {
        this.lines = lines;
    }

    /** The first and the last day; null where nothing had landed. */
    record Span(@Nullable LocalDate first, @Nullable LocalDate last) {

        boolean has(LocalDate day) {
            return first != null && last != null && !day.isBefore(first) && !day.isAfter(last);
        }
    }

    boolean has(LocalDate day) {
        if (span == null) {
            span = lines.getDays();
        }
        return span.has(day) && known.computeIfAbsent(day, lines::hasLinesOf);
    }
}
