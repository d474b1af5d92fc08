package io.allegiance.cli;

import io.allegiance.cli.monitor.MonitoredJob;
import io.allegiance.failure.ExitCode;
import io.allegiance.failure.StoppedException;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.intake.load.LineReplay;
import io.allegiance.intake.load.ReplayReport;
import io.allegiance.intake.quarantine.Quarantine;
import io.allegiance.intake.quarantine.Quarantine.WaitingDays;
import io.allegiance.job.step.StopRequest;
import io.allegiance.run.DayMarks;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code replay}: tries the waiting lines again. */
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

    private static final Logger LOG = LoggerFactory.getLogger(ReplayCommand.class);
    private static final long LINES_BETWEEN = 20_000;

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

    /** What a replay came to. */
    private record Outcome(ReplayReport files, WaitingDays source) {

        boolean isDone() {
            return files.stillWaiting() == 0 && source.lines() == 0;
        }
    }

    @Override
    public Integer call() {
        Outcome outcome = session.monitor(MonitoredJob.command("replay"), () -> session.withLease(this::replay));
        print(outcome, spec.commandLine().getOut());
        return (outcome.isDone() ? ExitCode.DONE : ExitCode.DONE_WITH_REJECTIONS).code();
    }

    private Outcome replay(ApplicationContext context) {
        StopRequest stop = context.getBean(StopRequest.class);
        ReplayReport report = context.getBean(LineReplay.class).run(reason, lines -> goOn(stop, lines));
        DayMarks marks = context.getBean(DayMarks.class);
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> marks.markRejected(reason));
        return new Outcome(report, context.getBean(Quarantine.class).countDays(reason));
    }

    private static void goOn(StopRequest stop, long lines) {
        if (stop.isRequested()) {
            throw new StoppedException("stopped on request; lines that landed so far wait no more. The same command"
                    + " tries the others");
        }
        if (lines > 0 && lines % LINES_BETWEEN == 0) {
            LOG.info("replay: {} lines", lines);
        }
    }

    private static void print(Outcome outcome, PrintWriter out) {
        ReplayReport files = outcome.files();
        out.printf(
                Locale.ROOT,
                "lines tried %d = landed %d + already landed %d + still waiting %d%n",
                files.linesTried(),
                files.landed(),
                files.alreadyLanded(),
                files.stillWaiting());
        files.waitingByReason()
                .forEach((reason, lines) ->
                        out.printf(Locale.ROOT, "still waiting %d %s: %s%n", lines, reason, reason.mend()));
        if (files.untried() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%d of them are not kept whole, or came before headers were kept; only their corrected files can mend"
                            + " them%n",
                    files.untried());
        }
        if (outcome.source().lines() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%d lines of source_transaction wait too; the next night reads their %d days again%n",
                    outcome.source().lines(),
                    outcome.source().days());
        }
        if (!outcome.isDone()) {
            out.println("'allegiance rejects' lists what waits");
        }
    }
}
