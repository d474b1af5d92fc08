package io.allegiance.report.plot;

import io.allegiance.churn.quality.ReliabilityBin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The reliability diagram: predicted (circles) and observed (squares) churn for each tenth of the churn probability
 * with customers; the closer the two, the more reliable the model.
 *
 * @param text all of it in words
 * @param points from left to right
 * @param lines the levels of a share, from 0 upwards
 * @param edges the labels below
 */
public record Reliability(String text, List<Point> points, List<Line> lines, List<Histogram.Edge> edges) {

    private static final double LEFT = 38;
    private static final double RIGHT = 328;
    private static final double TOP = 12;
    private static final double BASE = 172;
    private static final double HALF_A_SQUARE = 3.5;
    private static final int QUARTERS = 4;

    public Reliability {
        points = List.copyOf(points);
        lines = List.copyOf(lines);
        edges = List.copyOf(edges);
    }

    /** One tenth: the middle, the level of the prediction, and the level of the outcome with its square's corner. */
    public record Point(String x, String predictedY, String observedY, String squareX, String squareY) {}

    /** One level. */
    public record Line(String y, String label) {}

    /** Draws the bins of a model. */
    public static Reliability of(List<ReliabilityBin> bins) {
        double step = (RIGHT - LEFT) / bins.size();
        List<Point> points = new ArrayList<>();
        List<Histogram.Edge> edges = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int bin = 0; bin < bins.size(); bin++) {
            ReliabilityBin each = bins.get(bin);
            edges.add(edge(LEFT + bin * step, each.from()));
            Double predicted = each.meanPredicted();
            Double observed = each.observed();
            if (predicted != null && observed != null) {
                points.add(point(LEFT + (bin + 0.5) * step, predicted, observed));
                text.append(String.format(
                        Locale.ROOT,
                        "%.1f to %.1f: predicted %.3f, observed %.3f. ",
                        each.from(),
                        each.to(),
                        predicted,
                        observed));
            }
        }
        edges.add(edge(RIGHT, 1));
        return new Reliability(text.toString().strip(), points, quarters(), edges);
    }

    private static Point point(double x, double predicted, double observed) {
        return new Point(
                Coordinate.of(x),
                Coordinate.of(level(predicted)),
                Coordinate.of(level(observed)),
                Coordinate.of(x - HALF_A_SQUARE),
                Coordinate.of(level(observed) - HALF_A_SQUARE));
    }

    private static double level(double share) {
        return BASE - share * (BASE - TOP);
    }

    private static List<Line> quarters() {
        return Stream.iterate(0, quarter -> quarter <= QUARTERS, quarter -> quarter + 1)
                .map(quarter -> new Line(
                        Coordinate.of(level((double) quarter / QUARTERS)),
                        String.format(Locale.ROOT, "%d %%", 100 * quarter / QUARTERS)))
                .toList();
    }

    private static Histogram.Edge edge(double x, double from) {
        return new Histogram.Edge(Coordinate.of(x), String.format(Locale.ROOT, "%.1f", from));
    }
}
