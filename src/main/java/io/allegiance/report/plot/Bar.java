package io.allegiance.report.plot;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bar beside a number of a table, on the scale of its column: from the zero line to the right, and to the left of it
 * for a number below 0.
 *
 * @param title what it shows, in words
 * @param x where the bar begins
 * @param width how long it is
 * @param zero position of the zero line
 * @param marker position of a second number on the same scale; null where none exists
 */
public record Bar(
        String title,
        String x,
        String width,
        String zero,
        @Nullable String marker) {

    private static final double WIDTH = 120;
    private static final double EDGE = 2;
    private static final double HALF_A_MARK = 1.5;

    /** The scale that the bars of a column share. */
    public static final class Scale {

        private final double least;
        private final double most;

        private Scale(double least, double most) {
            this.least = least;
            this.most = most;
        }

        /** The scale from 0 over all values; missing ones do not count. */
        public static Scale of(List<Optional<BigDecimal>> values) {
            double[] known = values.stream()
                    .flatMap(Optional::stream)
                    .mapToDouble(BigDecimal::doubleValue)
                    .toArray();
            double least = 0;
            double most = 0;
            for (double value : known) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            return new Scale(least, most > least ? most : least + 1);
        }

        private double place(double value) {
            return EDGE + (value - least) / (most - least) * (WIDTH - 2 * EDGE);
        }
    }

    /** The bar of a value, with a mark at another one where that is known. */
    public static Bar of(String title, double value, @Nullable BigDecimal marked, Scale scale) {
        return between(title, 0, value, marked == null ? null : scale.place(marked.doubleValue()) - HALF_A_MARK, scale);
    }

    /** The bar between two values, such as the beginning and the end of something. */
    public static Bar between(String title, double from, double to, Scale scale) {
        return between(title, from, to, null, scale);
    }

    private static Bar between(String title, double from, double to, @Nullable Double mark, Scale scale) {
        double left = scale.place(Math.min(from, to));
        double right = scale.place(Math.max(from, to));
        return new Bar(
                title,
                Coordinate.of(left),
                Coordinate.of(Math.max(right - left, from == to ? 0 : 1)),
                Coordinate.of(scale.place(0)),
                mark == null ? null : Coordinate.of(mark));
    }
}
