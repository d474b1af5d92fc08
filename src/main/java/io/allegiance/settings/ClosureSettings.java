package io.allegiance.settings;

import io.allegiance.calendar.ClosureRules;
import io.allegiance.calendar.DateRange;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * The days on which the whole shop is shut ({@code allegiance.closed}, {@code allegiance.find-closures}, in
 * {@code jobs/nightly.yaml}).
 *
 * @param closed closures, each a date or a range such as {@code 2024-03-16..2024-05-31}; none unless set
 * @param fromLines whether closures are also found in the number of lines of each day; true unless set
 */
@ConfigurationProperties("allegiance")
public record ClosureSettings(
        @DefaultValue({}) List<DateRange> closed,
        @Name("find-closures") @DefaultValue("true") boolean fromLines) {

    public ClosureSettings {
        closed = closed.stream().distinct().sorted().toList();
    }

    /** The same as rules. */
    public ClosureRules toRules() {
        return new ClosureRules(closed, fromLines);
    }
}
