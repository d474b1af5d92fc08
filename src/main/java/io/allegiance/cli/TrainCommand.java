package io.allegiance.cli;

import io.allegiance.cli.monitor.MonitoredJob;
import io.allegiance.cli.option.DateOption;
import io.allegiance.cli.text.ModelText;
import io.allegiance.failure.ExitCode;
import io.allegiance.job.TrainRun;
import io.allegiance.training.ModelRegistry;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: fits a model. */
@Command(
        name = "train",
        description = "Fit the models from all purchases up to a date.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TrainCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = DateOption.Converter.class,
            description = "last day of the data: YYYY-MM-DD or yesterday; the last day with transactions unless given")
    private @Nullable DateOption asOf;

    TrainCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ModelRegistry.Registered model = session.monitor(
                MonitoredJob.train(asOf),
                () -> session.executeForReaders(
                        TrainRun.class, training -> training.run(asOf == null ? null : session.resolve(asOf))));
        ModelText.print(model, session.zone(), spec.commandLine().getOut());
        return ExitCode.DONE.code();
    }
}
