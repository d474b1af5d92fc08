package io.allegiance.report;

import io.allegiance.calendar.Closure;
import java.time.LocalDate;

/**
 * A closure of the shop, as the night froze it.
 *
 * @param from its first day
 * @param to its last day
 * @param days their number
 * @param source {@code found} in the lines, or {@code configured}
 */
public record ClosureFigure(LocalDate from, LocalDate to, int days, String source) {

    static ClosureFigure of(Closure closure) {
        return new ClosureFigure(
                closure.range().from(), closure.range().to(), closure.range().days(), closure.source());
    }
}
