package io.allegiance.report.benefit;

import io.allegiance.report.figure.FigureGroup;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Something that is counted for each segment: as many of it as there are segments, however many customers. */
final class BySegment<T> {

    private final Map<String, T> counted = new TreeMap<>();
    private final Supplier<T> start;

    BySegment(Supplier<T> start) {
        this.start = start;
    }

    T of(String segment) {
        return counted.computeIfAbsent(segment, name -> start.get());
    }

    List<FigureGroup> groups(BiFunction<String, T, FigureGroup> toGroup) {
        return counted.entrySet().stream()
                .map(entry -> toGroup.apply(entry.getKey(), entry.getValue()))
                .sorted(FigureGroup.GREATEST_FIRST)
                .toList();
    }
}
