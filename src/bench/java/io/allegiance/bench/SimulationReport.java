package io.allegiance.bench;

import io.allegiance.bench.simulation.Calibration;
import io.allegiance.bench.simulation.Installation;
import io.allegiance.bench.simulation.Installation.Workers;
import io.allegiance.bench.simulation.NightSimulation;
import io.allegiance.bench.simulation.SimulatedNight;
import io.allegiance.bench.simulation.StepDemand;
import io.allegiance.bench.simulation.Validation;
import io.allegiance.failure.AttentionException;
import io.allegiance.failure.UsageException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Simulates nights far larger than those that were measured, once it has foretold the measured ones. */
public final class SimulationReport {

    private static final long BILLION = 1_000_000_000;
    private static final double HOUR = 3_600;
    private static final int LARGE_SERVER = 16;
    private static final int LARGE_MANAGER = 8;

    private final MeasuredNights measured;
    private final List<StepDemand> demands;
    private final List<Validation> validations;

    /**
     * Calibrates the simulation.
     *
     * @throws UsageException when there are not enough measured nights
     */
    public SimulationReport(MeasuredNights measured) {
        requireEnough(measured);
        this.measured = measured;
        this.demands = Calibration.of(measured.nights());
        this.validations = Validation.of(measured.nights(), demands, measured.processors());
    }

    private static void requireEnough(MeasuredNights measured) {
        if (Stream.of(1, 2).anyMatch(partitions -> measured.nights().stream()
                .noneMatch(night -> night.partitions() == partitions))) {
            throw new UsageException("a simulation needs measured nights of one and of two partitions;"
                    + " measure them with 'jobs/allegiance bench --measure-nights FILE'");
        }
    }

    /**
     * Prints the comparison with the measured nights, and, when it holds, nights of a billion customers.
     *
     * @throws AttentionException when a simulated night is too far off
     */
    public void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s, %d processors: simulated nights beside measured ones%n",
                measured.server(),
                measured.processors());
        validations.forEach(each -> out.printf("  %s%n", each.text()));
        requireFaithful(out);
        out.printf(Locale.ROOT, "%nworkers, in times as fast as manager and server alone%n");
        printGains(out);
        out.printf(Locale.ROOT, "%n%,d customers, processors as fast as the measured ones, tables in memory%n", BILLION);
        billion().forEach(each -> printNight(out, each));
    }

    private void requireFaithful(PrintWriter out) {
        List<Validation> off =
                validations.stream().filter(each -> !each.holds()).toList();
        if (!off.isEmpty()) {
            out.flush();
            throw new AttentionException("the simulation is off by more than %.0f %%, so it says nothing of larger shops (%s); measure"
                    .formatted(
                            100 * Validation.TOLERANCE,
                            off.stream().map(Validation::text).collect(Collectors.joining("; ")))
                    + " again on a machine that does nothing else");
        }
    }

    private void printGains(PrintWriter out) {
        int processors = measured.processors();
        int customers = largest();
        double alone = NightSimulation.run(Installation.alone(processors, processors), demands, customers, 1)
                .seconds();
        for (int hosts = 1; hosts <= 4; hosts *= 2) {
            Installation workers = Installation.withWorkers(processors, processors, new Workers(hosts, 2, 0));
            double seconds = NightSimulation.run(workers, demands, customers, 1).seconds();
            out.printf(
                    Locale.ROOT,
                    "  %,d customers, server with %d processors, %d worker host%s of 2 threads: %.2f%n",
                    customers,
                    processors,
                    hosts,
                    hosts == 1 ? "" : "s",
                    alone / seconds);
        }
    }

    private int largest() {
        return measured.nights().stream().mapToInt(night -> night.customers()).max().orElseThrow();
    }

    /** What a billion customers may be put on. */
    private List<Installation> billion() {
        Installation large = Installation.alone(LARGE_SERVER, LARGE_MANAGER);
        Installation helped = Installation.withWorkers(LARGE_SERVER, LARGE_MANAGER, new Workers(2, LARGE_MANAGER, 0));
        return List.of(
                Installation.alone(measured.processors(), measured.processors()),
                large,
                helped,
                Installation.withWorkers(LARGE_SERVER, LARGE_MANAGER, new Workers(2, LARGE_MANAGER, 2)),
                large.inShards(4),
                large.inShards(16),
                helped.inShards(16));
    }

    private void printNight(PrintWriter out, Installation installation) {
        SimulatedNight night = NightSimulation.run(installation, demands, BILLION, 1);
        out.printf(
                Locale.ROOT,
                "  %6.2f h  servers busy %3.0f %%, wires %3.0f %%, %d deaths: %s%n",
                night.seconds() / HOUR,
                100 * night.serverShare(),
                100 * night.wireShare(),
                night.deaths(),
                installation.name());
    }
}
