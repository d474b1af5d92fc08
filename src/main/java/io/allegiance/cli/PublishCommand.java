package io.allegiance.cli;

import io.allegiance.cli.option.NightDateOption;
import io.allegiance.cli.option.OverrideOptions;
import io.allegiance.cli.text.NightText;
import io.allegiance.failure.ExitCode;
import io.allegiance.job.NightlyRun;
import io.allegiance.run.Decision;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code publish --force}: publishes a night that the gate holds. */
@Command(
        name = "publish",
        description = "Publish a night that the audit gate holds; readers can see who did so and why.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PublishCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Mixin
    private NightDateOption date = new NightDateOption();

    @Option(
            names = "--force",
            required = true,
            description = "whatever the gate holds against it; control totals must balance all the same")
    private boolean force;

    @Mixin
    private OverrideOptions who = new OverrideOptions();

    PublishCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Decision decision = who.require("--force");
        NightlyRun.Outcome outcome = session.executeForReaders(
                NightlyRun.class, nightly -> nightly.force(session.resolve(date.given()), decision));
        NightText.printForced(outcome, decision, spec.commandLine().getOut());
        return (outcome.rejectedLines() > 0 ? ExitCode.DONE_WITH_REJECTIONS : ExitCode.DONE).code();
    }
}
