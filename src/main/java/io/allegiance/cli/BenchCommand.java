package io.allegiance.cli;

import io.allegiance.bench.Bench;
import io.allegiance.bench.BenchGround;
import io.allegiance.bench.BenchProgram;
import io.allegiance.bench.BenchReport;
import io.allegiance.bench.BenchRun;
import io.allegiance.bench.MeasuredNights;
import io.allegiance.bench.SimulationReport;
import io.allegiance.bench.simulation.MeasuredNight;
import io.allegiance.failure.ExitCode;
import io.allegiance.failure.RetryableException;
import io.allegiance.platform.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench}: how fast the program is on this server, beside the raw load and idiomatic Spring Batch. */
@Command(
        name = "bench",
        description = "The raw load, idiomatic Spring Batch and this, side by side, in a schema of its own.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BenchCommand implements Callable<Integer> {

    private static final int SMALLER = 10;
    private static final int MOST_ROUNDS = 6;
    private static final int FEWEST = SMALLER * Bench.FEWEST;

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "200000",
            description = "size of the shop, which is run after one of a tenth; 200000 unless given")
    private int customers;

    @Option(
            names = "--trading",
            paramLabel = "N",
            description = "this many of the customers trade, the others bought once; all unless given")
    private @Nullable Integer trading;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "write all figures there as well; - for standard output")
    private @Nullable Path json;

    @Option(
            names = "--measure-nights",
            paramLabel = "FILE",
            description = "instead, measure nights with one partition and with two step by step, and write them there")
    private @Nullable Path measureNights;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description =
                    "with --measure-nights, this many nights of each size and number of partitions; 3 unless given")
    private int rounds;

    @Option(
            names = "--simulate",
            paramLabel = "FILE",
            description =
                    "instead, simulate nights of a billion customers by the measured nights of that file; needs no database")
    private @Nullable Path simulate;

    BenchCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        requireOnePurpose();
        if (simulate != null) {
            new SimulationReport(MeasuredNights.read(simulate))
                    .print(spec.commandLine().getOut());
            return ExitCode.DONE.code();
        }
        requireIn("--customers", FEWEST, Bench.MOST, "", customers);
        int active = trading == null ? customers : trading;
        requireIn("--trading", FEWEST, customers, ", the number of customers", active);
        requireIn("--rounds", 1, MOST_ROUNDS, "", rounds);
        if (measureNights != null) {
            measureNights(active, measureNights);
        } else {
            compare(active);
        }
        return ExitCode.DONE.code();
    }

    private void requireOnePurpose() {
        int purposes = (simulate == null ? 0 : 1) + (measureNights == null ? 0 : 1) + (json == null ? 0 : 1);
        if (purposes > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--simulate, --measure-nights and --json exclude one another; give one of them");
        }
    }

    private void requireIn(String option, int least, int most, String whatMostIs, int value) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " must be in " + least + " to " + most + whatMostIs + "; was " + value);
        }
    }

    private void compare(int active) {
        BenchReport report = new BenchReport(
                List.of(run(customers / SMALLER, active / SMALLER, true), run(customers, active, false)));
        report.print(spec.commandLine().getOut());
        if (json != null) {
            write(report.toJson(), json);
        }
    }

    private BenchRun run(int size, int active, boolean lengthensHistories) {
        try (BenchGround ground = prepareGround()) {
            return session.executeOnAnySchema(
                    ground.settings(),
                    BenchProgram.class,
                    program -> program.run(ground, size, active, lengthensHistories));
        }
    }

    private void measureNights(int active, Path file) {
        List<MeasuredNight> nights = new ArrayList<>();
        String server = "";
        for (int part : new int[] {SMALLER, 1}) {
            try (BenchGround ground = prepareGround()) {
                server = session.executeOnAnySchema(ground.settings(), BenchProgram.class, program -> {
                    nights.addAll(program.measureNights(ground, customers / part, active / part, rounds));
                    return program.describeServer();
                });
            }
        }
        write(new MeasuredNights(server, Runtime.getRuntime().availableProcessors(), nights).toJson(), file);
    }

    private BenchGround prepareGround() {
        return session.executeWithoutDatabase(BusinessConfiguration.class, Environment.class, BenchGround::prepare);
    }

    private static void write(String figures, Path file) {
        try {
            OutputFile.write(file, figures + "\n");
        } catch (IOException e) {
            throw new RetryableException("the figures could not be written to " + file + "; make room there", e);
        }
    }
}
