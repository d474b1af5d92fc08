package io.allegiance.cli;

import io.allegiance.cli.option.OverrideOptions;
import io.allegiance.failure.ExitCode;
import io.allegiance.job.OperatorDecisions;
import io.allegiance.run.Decision;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hold}: holds all publications until {@code release}. */
@Command(
        name = "hold",
        description = "Publish nothing new until 'release'; nights are scored meanwhile and end with 11.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class HoldCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Mixin
    private OverrideOptions who = new OverrideOptions();

    HoldCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Decision decision = who.require("hold");
        session.hold(OperatorDecisions.class, decisions -> decisions.hold(decision));
        spec.commandLine()
                .getOut()
                .println(
                        "nothing new will be published; readers keep what they see until 'allegiance release --by NAME'");
        return ExitCode.DONE.code();
    }
}
