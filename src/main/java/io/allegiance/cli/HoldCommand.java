package io.allegiance.cli;

import io.allegiance.cli.option.OverrideOptions;
import io.allegiance.failure.ExitCode;
import io.allegiance.failure.NothingToDoException;
import io.allegiance.publish.PublicationHolds;
import io.allegiance.run.Decision;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hold}: lets nothing be published until it is released. */
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
        session.withLease(context -> {
            PublicationHolds holds = context.getBean(PublicationHolds.class);
            holds.find().ifPresent(hold -> {
                throw new NothingToDoException("publishing is " + hold.describe() + "; nothing was changed");
            });
            holds.hold(decision);
            return holds;
        });
        spec.commandLine()
                .getOut()
                .println(
                        "nothing new will be published; readers keep what they see until 'allegiance release --by NAME'");
        return ExitCode.DONE.code();
    }
}
