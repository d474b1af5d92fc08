package io.allegiance.intake.source;

import java.time.LocalDate;
import java.util.List;

/**
 * The form of the input view.
 *
 * @param hasBusinessDate whether it offers a day of its own, by which an index can serve; else the time is asked for
 */
public record SourceShape(boolean hasBusinessDate) {

    /** Gets the name of the statement that fits this form. */
    public String statement(String name) {
        return hasBusinessDate ? name : name + "_by_time";
    }

    /** Gets the parameters that name a day in that statement. */
    public List<Object> dayParameters(LocalDate day) {
        return hasBusinessDate ? List.of(day) : List.of(day, day);
    }
}
