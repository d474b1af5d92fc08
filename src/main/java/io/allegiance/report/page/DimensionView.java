package io.allegiance.report.page;

import io.allegiance.loyalty.Dimension;
import io.allegiance.loyalty.Dimensions;
import io.allegiance.loyalty.LoyaltyScores;
import io.allegiance.report.RunReport;
import io.allegiance.report.plot.Histogram;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The loyalty score or one of its dimensions.
 *
 * @param name the column
 * @param meaning its meaning for a customer
 * @param customers those who have it
 * @param mean over them
 * @param tenths null where no customer has it
 */
record DimensionView(
        String name,
        String meaning,
        Value customers,
        Value mean,
        @Nullable Histogram tenths) {

    private static final int SHOWN_DIGITS = 1;

    private static final Map<String, String> MEANINGS =
            Dimensions.ALL.stream().collect(Collectors.toUnmodifiableMap(Dimension::column, Dimension::meaning));

    static List<DimensionView> listOf(List<RunReport.Dimension> dimensions, ValueFormat values) {
        return IntStream.range(0, dimensions.size())
                .mapToObj(i -> of("/loyalty/" + i, dimensions.get(i), values))
                .toList();
    }

    private static DimensionView of(String pointer, RunReport.Dimension dimension, ValueFormat values) {
        return new DimensionView(
                dimension.name(),
                meaning(dimension.name()),
                values.count(pointer + "/customers", dimension.customers()),
                values.number(pointer + "/mean", dimension.mean(), SHOWN_DIGITS, "no customer's feed has data for it"),
                dimension.customers() == 0
                        ? null
                        : Histogram.of(
                                new Histogram.Subject(
                                        dimension.name(),
                                        "Customers by " + dimension.name(),
                                        pointer + "/tenths",
                                        edges()),
                                dimension.tenths()));
    }

    private static String meaning(String column) {
        return column.equals(LoyaltyScores.LOYALTY_SCORE)
                ? "the weighted mean of those below"
                : MEANINGS.getOrDefault(column, "");
    }

    private static List<String> edges() {
        return IntStream.rangeClosed(0, Histogram.TENTHS)
                .mapToObj(tenth -> Integer.toString(10 * tenth))
                .toList();
    }
}
