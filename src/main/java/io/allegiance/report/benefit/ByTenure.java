package io.allegiance.report.benefit;

import io.allegiance.report.figure.ExactMean;
import io.allegiance.report.figure.Figure;
import io.allegiance.report.figure.FigureGroup;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A mean for each span of {@link Tenure}, and over all of them. */
final class ByTenure {

    /** The name of the grouping. */
    static final String GROUPED_BY = "days since the first purchase day";

    private final Map<Tenure, ExactMean> means = new EnumMap<>(Tenure.class);
    private final Map<Tenure, Long> customers = new EnumMap<>(Tenure.class);
    private final ExactMean all = new ExactMean();

    ByTenure() {
        for (Tenure tenure : Tenure.values()) {
            means.put(tenure, new ExactMean());
            customers.put(tenure, 0L);
        }
    }

    void addValues(Tenure tenure, long units, long values) {
        means.getOrDefault(tenure, all).addValues(units, values);
        all.addValues(units, values);
        customers.merge(tenure, 1L, Long::sum);
    }

    ExactMean all() {
        return all;
    }

    List<FigureGroup> groups(Figure mean, int unitDigits, int digits) {
        return Arrays.stream(Tenure.values())
                .map(tenure -> new FigureGroup(
                        tenure.label(),
                        List.of(
                                Figure.of(
                                        mean.name(),
                                        mean.label(),
                                        mean.unit(),
                                        means.getOrDefault(tenure, all).of(unitDigits, digits),
                                        "no such customer"),
                                Figure.count("customers", "customers", customers.getOrDefault(tenure, 0L)))))
                .toList();
    }
}
