package io.allegiance.cli;

import io.allegiance.cli.monitor.MonitoredJob;
import io.allegiance.cli.option.NightDateOption;
import io.allegiance.cli.option.OverrideOptions;
import io.allegiance.cli.text.NightText;
import io.allegiance.failure.ExitCode;
import io.allegiance.failure.NothingToDoException;
import io.allegiance.job.NightlyRun;
import io.allegiance.run.Decision;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nightly}: runs the night of a date, or carries on one that failed. */
@Command(
        name = "nightly",
        description = "Run the night of a date; the same command carries on one that failed.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class NightlyCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Mixin
    private NightDateOption date = new NightDateOption();

    @Option(names = "--scheduler", description = "exit 0 instead of 3 and 4, for schedulers that know 0 alone")
    private boolean scheduler;

    @Option(names = "--confirm-empty", description = "publish although the day is empty or far off its usual size")
    private boolean confirmEmpty;

    @Mixin
    private OverrideOptions who = new OverrideOptions();

    NightlyCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Decision confirmation = confirmation();
        try {
            NightlyRun.Outcome outcome = session.monitor(MonitoredJob.nightly(date.given()), () -> run(confirmation));
            NightText.print(outcome, spec.commandLine().getOut());
            return code(outcome.rejectedLines() > 0 ? ExitCode.DONE_WITH_REJECTIONS : ExitCode.DONE);
        } catch (NothingToDoException e) {
            session.tell(spec.commandLine().getErr(), String.valueOf(e.getMessage()));
            return code(ExitCode.NOTHING_TO_DO);
        }
    }

    private NightlyRun.Outcome run(@Nullable Decision confirmation) {
        return session.executeForReaders(
                NightlyRun.class, nightly -> nightly.run(session.resolve(date.given()), confirmation));
    }

    private int code(ExitCode code) {
        return scheduler ? ExitCode.DONE.code() : code.code();
    }

    private @Nullable Decision confirmation() {
        if (!confirmEmpty) {
            who.refuseWithout("--confirm-empty");
            return null;
        }
        return who.require("--confirm-empty");
    }
}
