package io.allegiance.cli;

import io.allegiance.bench.Bench;
import io.allegiance.bench.BenchGround;
import io.allegiance.bench.BenchReport;
import io.allegiance.bench.BenchRun;
import io.allegiance.failure.ExitCode;
import io.allegiance.failure.RetryableException;
import io.allegiance.platform.database.Schema;
import io.allegiance.platform.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * What a made-up shop does in its first days would be held by the gates, nobody announces its days, and its one model need
     * not be tried often: none of that is measured.
     */
    private static final Map<String, String> MADE_UP = Map.of(
            "allegiance.nightly.require-manifest", "false",
            "allegiance.nightly.gate.segment-share", "1",
            "allegiance.nightly.gate.mean-churn", "1",
            "allegiance.train.cut-offs", "1");

    private static final int SMALLER = 10;
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
            description = "so many of the customers trade, the others bought once; all unless given")
    private @Nullable Integer trading;

    @Option(names = "--json", paramLabel = "FILE", description = "write all figures there as well")
    private @Nullable Path json;

    BenchCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (customers < FEWEST || customers > Bench.MOST) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--customers must be in " + FEWEST + " to " + Bench.MOST + "; was " + customers);
        }
        int active = trading == null ? customers : trading;
        if (active < FEWEST || active > customers) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--trading must be in " + FEWEST + " to " + customers + ", the number of customers; was " + active);
        }
        BenchReport report = new BenchReport(
                List.of(run(customers / SMALLER, active / SMALLER, true), run(customers, active, false)));
        report.print(spec.commandLine().getOut());
        if (json != null) {
            write(report, json);
        }
        return ExitCode.DONE.code();
    }

    private BenchRun run(int size, int active, boolean lengthensHistories) {
        try (BenchGround ground = ground()) {
            Map<String, Object> settings = new HashMap<>(MADE_UP);
            settings.putAll(ground.settings());
            return session.withAnySchema(settings, context -> {
                context.getBean(Schema.class).migrate();
                ground.mark();
                return new Bench(context, ground.files(), size, active, lengthensHistories).run();
            });
        }
    }

    /** By the whole configuration: an address may stand in a file as well. */
    private BenchGround ground() {
        return session.withoutDatabase(context -> {
            Environment environment = context.getEnvironment();
            Path home = EmbeddedDatabase.defaultHome(environment.getProperty("ALLEGIANCE_HOME"));
            String url = environment.getProperty("spring.datasource.url", "");
            return url.isBlank()
                    ? BenchGround.embedded(home)
                    : BenchGround.at(
                            url,
                            environment.getProperty("spring.datasource.username"),
                            environment.getProperty("spring.datasource.password"),
                            home);
        });
    }

    private static void write(BenchReport report, Path file) {
        try {
            Files.writeString(file, report.toJson() + "\n");
        } catch (IOException e) {
            throw new RetryableException("the figures could not be written to " + file + "; make room there", e);
        }
    }
}
