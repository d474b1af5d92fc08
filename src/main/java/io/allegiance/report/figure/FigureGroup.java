package io.allegiance.report.figure;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same figures for one part of the customers.
 *
 * @param name of the part: a segment, a span of days
 * @param figures at least one; the first is the one to look at
 */
public record FigureGroup(String name, List<Figure> figures) {

    /** Greatest first figure first, those without last, equals by name. */
    public static final Comparator<FigureGroup> GREATEST_FIRST = Comparator.comparing(
                    FigureGroup::first, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
            .thenComparing(FigureGroup::name);

    public FigureGroup {
        figures = List.copyOf(figures);
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("a group has a figure; " + name + " had none");
        }
    }

    private @Nullable BigDecimal first() {
        return figures.get(0).value();
    }

    /** The same without values. */
    public FigureGroup withheld(String reason) {
        return new FigureGroup(
                name, figures.stream().map(figure -> figure.withheld(reason)).toList());
    }
}
