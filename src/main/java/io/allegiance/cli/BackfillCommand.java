package io.allegiance.cli;

import io.allegiance.cli.monitor.MonitoredJob;
import io.allegiance.cli.option.DateOption;
import io.allegiance.cli.text.BackfillText;
import io.allegiance.cli.text.NightText;
import io.allegiance.failure.ExitCode;
import io.allegiance.failure.NothingToDoException;
import io.allegiance.job.BackfillRun;
import io.allegiance.job.NightlyRun;
import io.allegiance.run.BackfillMode;
import io.allegiance.run.Backfills;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backfill}: runs the nights of a range of dates. */
@Command(
        name = "backfill",
        description = "Run the nights of a range of dates, oldest first; readers keep a later date that they see.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BackfillCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            required = true,
            converter = DateOption.Converter.class,
            description = "the first business date")
    private DateOption from = DateOption.YESTERDAY;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            required = true,
            converter = DateOption.Converter.class,
            description = "the last business date")
    private DateOption to = DateOption.YESTERDAY;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "missing",
            description =
                    "missing (the default): dates that are not published; failed: dates whose night was begun and not"
                            + " finished; all: every date, published ones again")
    private BackfillMode mode = BackfillMode.MISSING;

    @Option(names = "--dry-run", description = "say what would be done, and do nothing")
    private boolean dryRun;

    BackfillCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try {
            return session.executeForReaders(BackfillRun.class, dryRun ? this::plan : this::run)
                    .code();
        } catch (NothingToDoException e) {
            session.tell(spec.commandLine().getErr(), String.valueOf(e.getMessage()));
            return ExitCode.NOTHING_TO_DO.code();
        }
    }

    private ExitCode plan(BackfillRun backfill) {
        BackfillText.print(backfill.plan(range()), spec.commandLine().getOut());
        return ExitCode.DONE;
    }

    private ExitCode run(BackfillRun backfill) {
        long rejectedLines = backfill.run(range(), this::runNight);
        return rejectedLines > 0 ? ExitCode.DONE_WITH_REJECTIONS : ExitCode.DONE;
    }

    private NightlyRun.Outcome runNight(LocalDate date, Supplier<NightlyRun.Outcome> night) {
        NightlyRun.Outcome outcome = session.monitor(MonitoredJob.backfill(date), night);
        NightText.printLine(outcome, spec.commandLine().getOut());
        return outcome;
    }

    private Backfills.Range range() {
        return new Backfills.Range(session.resolve(from), session.resolve(to), mode);
    }
}
