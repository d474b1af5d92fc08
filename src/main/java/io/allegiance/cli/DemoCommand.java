package io.allegiance.cli;

import io.allegiance.cli.text.DemoText;
import io.allegiance.demo.DemoPlan;
import io.allegiance.demo.DemoRun;
import io.allegiance.failure.ExitCode;
import io.allegiance.platform.embedded.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}: a year of made-up trade through the real program: import, train, and some nights. */
@Command(
        name = "demo",
        description = "A year of generated trade, a model, some nights: the whole program on made-up customers.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {

    private static final int MOST_NIGHTS = 28;

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Option(names = "--customers", paramLabel = "N", defaultValue = "2000", description = "how many; 2000 unless given")
    private int customers;

    @Option(names = "--nights", paramLabel = "K", defaultValue = "3", description = "how many; 3 unless given")
    private int nights;

    DemoCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        DemoPlan plan = plan();
        Path home = EmbeddedDatabase.defaultHome(
                        session.findSetting("ALLEGIANCE_HOME").orElse(null))
                .resolve("demo-" + customers);
        DemoRun.Outcome outcome = session.execute(
                Map.of("ALLEGIANCE_HOME", home.toString()), DemoRun.class, demo -> demo.run(plan, nights));
        DemoText.print(outcome, spec.commandLine().getOut());
        return ExitCode.DONE.code();
    }

    private DemoPlan plan() {
        if (nights < 1 || nights > MOST_NIGHTS) {
            throw new ParameterException(
                    spec.commandLine(), "--nights must be in 1 to " + MOST_NIGHTS + "; was " + nights);
        }
        try {
            return DemoPlan.ofYear(customers);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--customers: " + e.getMessage());
        }
    }
}
