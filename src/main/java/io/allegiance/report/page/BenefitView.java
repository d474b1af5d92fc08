package io.allegiance.report.page;

import io.allegiance.report.benefit.BenefitFigures;
import io.allegiance.report.figure.Figure;
import io.allegiance.report.figure.FigureGroup;
import io.allegiance.report.figure.Unit;
import io.allegiance.report.plot.Bar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One benefit of loyalty.
 *
 * @param name for programs, and the page's links
 * @param title for people
 * @param before the sentence of the headline up to its figure
 * @param figure the headline's figure
 * @param after the rest of the sentence
 * @param measured how it is computed
 * @param facts what the headline is made of
 * @param groups the same by parts of the customers; null where there are none
 */
record BenefitView(
        String name,
        String title,
        String before,
        Value figure,
        String after,
        String measured,
        List<Fact> facts,
        @Nullable Table groups) {

    static List<BenefitView> listOf(List<BenefitFigures> benefits, ValueFormat values) {
        return IntStream.range(0, benefits.size())
                .mapToObj(i -> of("/benefits/" + i, benefits.get(i), values))
                .toList();
    }

    private static BenefitView of(String pointer, BenefitFigures benefit, ValueFormat values) {
        String sentence = benefit.headline().label();
        int place = sentence.indexOf(Figure.PLACE);
        return new BenefitView(
                benefit.name(),
                benefit.title(),
                sentence.substring(0, place),
                values.of(pointer + "/headline", benefit.headline()),
                sentence.substring(place + Figure.PLACE.length()),
                benefit.measured(),
                IntStream.range(0, benefit.figures().size())
                        .mapToObj(i -> fact(
                                pointer + "/figures/" + i, benefit.figures().get(i), values))
                        .toList(),
                hasAny(benefit.groups()) ? groups(pointer + "/groups", benefit, values) : null);
    }

    /** A table without a known value repeats the headline only and is left out. */
    private static boolean hasAny(List<FigureGroup> groups) {
        return groups.stream().anyMatch(group -> group.figures().get(0).value() != null);
    }

    private static Fact fact(String pointer, Figure figure, ValueFormat values) {
        return new Fact(figure.label(), values.of(pointer, figure));
    }

    private static Table groups(String pointer, BenefitFigures benefit, ValueFormat values) {
        List<FigureGroup> groups = benefit.groups();
        Bar.Scale scale = Bar.Scale.of(groups.stream()
                .flatMap(group -> plotted(group).stream().map(figure -> Optional.ofNullable(figure.value())))
                .toList());
        return new Table(
                benefit.title() + ", by " + benefit.groupedBy(),
                columns(benefit, values),
                IntStream.range(0, groups.size())
                        .mapToObj(i -> row(pointer + "/" + i, groups.get(i), scale, values))
                        .toList());
    }

    /** The first figure and the others of its unit, which share one scale. */
    private static List<Figure> plotted(FigureGroup group) {
        Unit unit = group.figures().get(0).unit();
        return group.figures().stream().filter(figure -> figure.unit() == unit).toList();
    }

    private static List<Table.Column> columns(BenefitFigures benefit, ValueFormat values) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.text(capital(String.valueOf(benefit.groupedBy()))));
        List<Figure> figures = benefit.groups().get(0).figures();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            columns.add(Table.Column.number(
                    capital(figure.label()) + (figure.unit() == Unit.MONEY ? " (" + values.currency() + ")" : "")));
            if (i == 0) {
                columns.add(drawing(plotted(benefit.groups().get(0))));
            }
        }
        return columns;
    }

    private static Table.Column drawing(List<Figure> plotted) {
        return plotted.size() < 2
                ? Table.Column.drawing()
                : new Table.Column(
                        "bar: " + plotted.get(0).label() + ", mark: "
                                + plotted.get(1).label(),
                        "drawing");
    }

    private static Table.Row row(String pointer, FigureGroup group, Bar.Scale scale, ValueFormat values) {
        List<Table.Cell> cells = new ArrayList<>();
        for (int i = 0; i < group.figures().size(); i++) {
            Figure figure = group.figures().get(i);
            Value value = values.ofColumn(pointer + "/figures/" + i, figure);
            cells.add(Table.Cell.number(value));
            if (i == 0) {
                cells.add(Table.Cell.bar(bar(group, value, scale)));
            }
        }
        return new Table.Row(values.text(pointer + "/name", group.name()), cells);
    }

    private static @Nullable Bar bar(FigureGroup group, Value shown, Bar.Scale scale) {
        List<Figure> plotted = plotted(group);
        BigDecimal value = plotted.get(0).value();
        BigDecimal second = plotted.size() < 2 ? null : plotted.get(1).value();
        return value == null ? null : Bar.of(group.name() + ": " + shown.shown(), value.doubleValue(), second, scale);
    }

    private static String capital(String label) {
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }
}
