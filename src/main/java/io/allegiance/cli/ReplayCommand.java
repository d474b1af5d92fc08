package io.allegiance.cli;

import io.allegiance.cli.monitor.MonitoredJob;
import io.allegiance.cli.text.ReplayText;
import io.allegiance.failure.ExitCode;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.job.ReplayRun;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code replay}: tries quarantined lines again. */
@Command(
        name = "replay",
        description = {
            "Try the refused lines again that wait.",
            "Lines of files land now, or keep waiting for the reason of now. Days of source_transaction with refused"
                    + " lines are read again by the next night, which recomputes exactly the customers whose day came out"
                    + " otherwise. A corrected rate needs no replay: 'import --kind fx' marks the days that may have used"
                    + " it."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ReplayCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--reason",
            paramLabel = "R",
            description = "only lines that wait for this reason, in any letter case")
    private @Nullable RejectionReason reason;

    ReplayCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ReplayRun.Outcome outcome = session.monitor(
                MonitoredJob.command("replay"),
                () -> session.executeForReaders(ReplayRun.class, replay -> replay.run(reason)));
        ReplayText.print(outcome, spec.commandLine().getOut());
        return (outcome.isDone() ? ExitCode.DONE : ExitCode.DONE_WITH_REJECTIONS).code();
    }
}
