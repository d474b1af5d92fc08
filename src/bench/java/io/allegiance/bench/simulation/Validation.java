package io.allegiance.bench.simulation;

import java.util.List;
import java.util.Locale;

/**
 * Holds simulated nights against measured ones, one for each size of shop and number of partitions.
 *
 * @param customers of the shop
 * @param partitions threads of the program
 * @param measured seconds, the median of the nights
 * @param simulated seconds
 * @param fitted whether the simulation was calibrated by these nights, which then say little
 */
public record Validation(int customers, int partitions, double measured, double simulated, boolean fitted) {

    /** How far a simulated night may be off. */
    public static final double TOLERANCE = 0.15;

    private record Size(int customers, int partitions) {}

    /** Compares each size, the smallest first. */
    public static List<Validation> of(List<MeasuredNight> nights, List<StepDemand> demands, int processors) {
        return nights.stream()
                .map(night -> new Size(night.customers(), night.partitions()))
                .distinct()
                .sorted((one, other) -> one.customers() != other.customers()
                        ? Integer.compare(one.customers(), other.customers())
                        : Integer.compare(one.partitions(), other.partitions()))
                .map(size -> compare(size, nights, demands, processors))
                .toList();
    }

    private static Validation compare(
            Size size, List<MeasuredNight> nights, List<StepDemand> demands, int processors) {
        List<MeasuredNight> same = nights.stream()
                .filter(night -> night.customers() == size.customers() && night.partitions() == size.partitions())
                .toList();
        SimulatedNight simulated =
                NightSimulation.run(Installation.alone(processors, size.partitions()), demands, size.customers(), 1);
        return new Validation(
                size.customers(),
                size.partitions(),
                Calibration.median(same, MeasuredNight::seconds),
                simulated.seconds(),
                size.partitions() == 1);
    }

    /** Simulated over measured. */
    public double ratio() {
        return simulated / measured;
    }

    /** Whether the simulated night is within the tolerance. */
    public boolean holds() {
        return Math.abs(ratio() - 1) <= TOLERANCE;
    }

    /** In one line. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%,d customers, %d partition%s: measured %.2f s, simulated %.2f s, ratio %.2f%s",
                customers,
                partitions,
                partitions == 1 ? "" : "s",
                measured,
                simulated,
                ratio(),
                fitted ? " (calibrated by it)" : "");
    }
}
