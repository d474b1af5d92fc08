package io.allegiance.intake.source;

import io.allegiance.platform.sql.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The form of the input view.
 *
 * @param hasBusinessDate whether the view has the column {@code business_date}, which an index can serve; if not, a day
 *     is found by {@code occurred_at}
 */
public record SourceShape(boolean hasBusinessDate) {

    private static final String WITH = "-- with business_date";
    private static final String WITHOUT = "-- without business_date";

    /**
     * Returns the text of a statement for this form of the view. A line of the statement that ends in {@code -- with
     * business_date} or {@code -- without business_date} belongs to that form only; all other lines belong to both.
     */
    public String getStatement(String name) {
        String kept = hasBusinessDate ? WITH : WITHOUT;
        String leftOut = hasBusinessDate ? WITHOUT : WITH;
        return Sql.get(name)
                .lines()
                .filter(line -> !line.endsWith(leftOut))
                .map(line -> line.replace(kept, "").stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    /** Returns the parameters that select one day in such a statement. */
    public List<Object> dayParameters(LocalDate day) {
        return hasBusinessDate ? List.of(day) : List.of(day, day);
    }
}
