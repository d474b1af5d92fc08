package io.allegiance.report.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Upright bars for the tenths of something, the count above each and the edges below.
 *
 * @param id prefix of the ids of its parts, unique on the page
 * @param title what it shows
 * @param text all of it in words
 * @param columns its bars, from left to right
 * @param edges the labels below
 */
public record Histogram(String id, String title, String text, List<Column> columns, List<Edge> edges) {

    private static final double WIDTH = 340;
    private static final double LEFT = 8;
    private static final double BASE = 128;
    private static final double TALLEST = 104;
    private static final double GAP = 3;
    private static final double LABEL_LIFT = 4;

    /** How many bars there are. */
    public static final int TENTHS = 10;

    public Histogram {
        columns = List.copyOf(columns);
        edges = List.copyOf(edges);
    }

    /**
     * One bar.
     *
     * @param pointer JSON pointer to its count in the report's JSON
     * @param count the exact count
     * @param shown the count in few characters
     */
    public record Column(
            String x,
            String y,
            String width,
            String height,
            String middle,
            String above,
            String pointer,
            long count,
            String shown) {}

    /** One label below. */
    public record Edge(String x, String label) {}

    /**
     * The data of a histogram.
     *
     * @param pointer JSON pointer to its list of counts in the report's JSON
     * @param edges the labels of the eleven edges of its tenths
     */
    public record Subject(String id, String title, String pointer, List<String> edges) {

        public Subject {
            edges = List.copyOf(edges);
        }
    }

    /** Draws the counts of ten tenths. */
    public static Histogram of(Subject subject, List<Long> counts) {
        double step = (WIDTH - 2 * LEFT) / TENTHS;
        long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
        List<Column> columns = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            long count = counts.get(tenth);
            double x = LEFT + tenth * step;
            double height = most == 0 ? 0 : count * TALLEST / most;
            columns.add(column(subject.pointer() + "/" + tenth, count, x, step, height));
            edges.add(new Edge(Coordinate.of(x), subject.edges().get(tenth)));
        }
        edges.add(new Edge(Coordinate.of(WIDTH - LEFT), subject.edges().get(TENTHS)));
        return new Histogram(subject.id(), subject.title(), describe(subject, counts), columns, edges);
    }

    private static Column column(String pointer, long count, double x, double step, double height) {
        double seen = count == 0 ? 0 : Math.max(height, 1);
        return new Column(
                Coordinate.of(x + GAP / 2),
                Coordinate.of(BASE - seen),
                Coordinate.of(step - GAP),
                Coordinate.of(seen),
                Coordinate.of(x + step / 2),
                Coordinate.of(BASE - seen - LABEL_LIFT),
                pointer,
                count,
                ShortCount.of(count));
    }

    private static String describe(Subject subject, List<Long> counts) {
        StringBuilder text = new StringBuilder();
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            text.append(tenth == 0 ? "" : "; ")
                    .append(subject.edges().get(tenth))
                    .append(" to ")
                    .append(subject.edges().get(tenth + 1))
                    .append(": ")
                    .append(counts.get(tenth));
        }
        return text.append('.').toString();
    }
}
