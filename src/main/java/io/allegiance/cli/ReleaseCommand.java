package io.allegiance.cli;

import io.allegiance.cli.option.OverrideOptions;
import io.allegiance.failure.ExitCode;
import io.allegiance.job.OperatorDecisions;
import io.allegiance.publish.PublicationHolds.Hold;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code release}: ends a hold. */
@Command(
        name = "release",
        description = "End a hold: nights publish again.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ReleaseCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "who decides so")
    private @Nullable String by;

    ReleaseCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String name = OverrideOptions.requireName(spec, by);
        Hold released = session.hold(OperatorDecisions.class, decisions -> decisions.release(name));
        spec.commandLine()
                .getOut()
                .println("nights publish again (it was " + released.describe(session.zone())
                        + "); a night that waits is published by its own command");
        return ExitCode.DONE.code();
    }
}
