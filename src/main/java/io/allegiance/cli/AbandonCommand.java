package io.allegiance.cli;

import io.allegiance.cli.option.NightDateOption;
import io.allegiance.cli.option.OverrideOptions;
import io.allegiance.failure.ExitCode;
import io.allegiance.job.OperatorDecisions;
import io.allegiance.run.Decision;
import io.allegiance.run.Run;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code abandon}: abandons the night of a date that is not published. */
@Command(
        name = "abandon",
        description = "Give up the unfinished night of a date; its command then starts a new attempt.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class AbandonCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Mixin
    private NightDateOption date = new NightDateOption();

    @Mixin
    private OverrideOptions who = new OverrideOptions();

    AbandonCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Decision decision = who.require("abandon");
        Run run = session.executeForReaders(
                OperatorDecisions.class, decisions -> decisions.abandon(session.resolve(date.given()), decision));
        spec.commandLine()
                .getOut()
                .println("given up: the night of " + run.businessDate() + ", attempt " + run.attempt()
                        + "; 'allegiance nightly --date " + run.businessDate() + "' starts a new attempt");
        return ExitCode.DONE.code();
    }
}
