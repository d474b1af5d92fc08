package io.allegiance.bench.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Computes what steps ask of the machines from measured nights of one partition, of one size of shop or two.
 *
 * <p>Of two sizes N₁ < N₂ with seconds e₁, e₂ of a step (medians over the nights of each), a row takes (e₂ - e₁) / (N₂ - N₁), and the
 * fixed part is what is left of e₁; where that would be below 0, the step grows faster than the shop, and a row takes e₂ / N₂. The
 * processors' time and the bytes a row are those of the larger shop. Nights of two partitions are not looked at: they are what a
 * simulation must foretell.
 */
public final class Calibration {

    private static final String BETWEEN = "between the steps";

    private final List<MeasuredNight> smaller;
    private final List<MeasuredNight> larger;

    private Calibration(List<MeasuredNight> smaller, List<MeasuredNight> larger) {
        this.smaller = smaller;
        this.larger = larger;
    }

    /**
     * Computes the demands.
     *
     * @throws IllegalArgumentException when no night has one partition
     */
    public static List<StepDemand> of(List<MeasuredNight> nights) {
        List<MeasuredNight> alone =
                nights.stream().filter(night -> night.partitions() == 1).toList();
        int[] sizes = alone.stream()
                .mapToInt(MeasuredNight::customers)
                .distinct()
                .sorted()
                .toArray();
        if (sizes.length == 0) {
            throw new IllegalArgumentException("a simulation needs measured nights of one partition");
        }
        return new Calibration(ofSize(alone, sizes[0]), ofSize(alone, sizes[sizes.length - 1])).demands();
    }

    private static List<MeasuredNight> ofSize(List<MeasuredNight> nights, int customers) {
        return nights.stream().filter(night -> night.customers() == customers).toList();
    }

    private List<StepDemand> demands() {
        List<StepDemand> demands = new ArrayList<>();
        for (MeasuredNight.Step step : larger.get(0).steps()) {
            String name = step.name();
            Line elapsed = line(night -> night.step(name).seconds());
            demands.add(new StepDemand(
                    name,
                    elapsed.fixed(),
                    elapsed.each(),
                    each(night -> night.step(name).programSeconds()),
                    each(night -> night.step(name).serverSeconds()),
                    each(night -> night.step(name).bytes())));
        }
        Line between = line(MeasuredNight::between);
        demands.add(new StepDemand(BETWEEN, between.fixed(), between.each(), 0, 0, 0));
        return demands;
    }

    private record Line(double fixed, double each) {}

    private Line line(ToDoubleFunction<MeasuredNight> figure) {
        double first = median(smaller, figure);
        double last = median(larger, figure);
        int rows = customers(larger);
        int more = rows - customers(smaller);
        double each = more == 0 ? last / rows : (last - first) / more;
        double fixed = last - each * rows;
        if (each < 0) {
            return new Line(last, 0);
        }
        return fixed < 0 ? new Line(0, last / rows) : new Line(fixed, each);
    }

    private double each(ToDoubleFunction<MeasuredNight> figure) {
        return median(larger, figure) / customers(larger);
    }

    private static int customers(List<MeasuredNight> nights) {
        return nights.get(0).customers();
    }

    /** The median of a figure over nights; the mean of the two in the middle of an even number. */
    static double median(List<MeasuredNight> nights, ToDoubleFunction<MeasuredNight> figure) {
        double[] sorted = nights.stream().mapToDouble(figure).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
