package io.allegiance.report.benefit;

import io.allegiance.report.figure.Figure;
import io.allegiance.report.figure.FigureGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The measured figures of one benefit.
 *
 * @param name for programs
 * @param title for people
 * @param headline the main figure, its label a sentence
 * @param measured in one sentence, how it is computed
 * @param figures what the headline is made of
 * @param groupedBy what the groups are parts by; null where there are none
 * @param groups the same for each part of the customers
 */
public record BenefitFigures(
        String name,
        String title,
        Figure headline,
        String measured,
        List<Figure> figures,
        @Nullable String groupedBy,
        List<FigureGroup> groups) {

    public BenefitFigures {
        figures = List.copyOf(figures);
        groups = List.copyOf(groups);
    }

    /** Without groups. */
    BenefitFigures(String name, String title, Figure headline, String measured, List<Figure> figures) {
        this(name, title, headline, measured, figures, null, List.of());
    }

    /** The same without values, where what they are counted from is not there. */
    public BenefitFigures withheld(String reason) {
        return new BenefitFigures(
                name,
                title,
                headline.withheld(reason),
                measured,
                figures.stream().map(figure -> figure.withheld(reason)).toList(),
                groupedBy,
                groups.stream().map(group -> group.withheld(reason)).toList());
    }
}
