package io.allegiance.cli;

import io.allegiance.cli.monitor.MonitoredJob;
import io.allegiance.cli.option.DateOption;
import io.allegiance.failure.ExitCode;
import io.allegiance.failure.NothingToDoException;
import io.allegiance.job.BackfillPlan;
import io.allegiance.job.BackfillRun;
import io.allegiance.job.NightlyRun;
import io.allegiance.publish.Publication;
import io.allegiance.run.BackfillMode;
import io.allegiance.run.Backfills;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;
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
    private DateOption from = new DateOption("yesterday");

    @Option(
            names = "--to",
            paramLabel = "DATE",
            required = true,
            converter = DateOption.Converter.class,
            description = "the last business date")
    private DateOption to = new DateOption("yesterday");

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "missing",
            description =
                    "missing (the default): dates that are not published; failed: dates whose night was begun and not"
                            + " finished; all: every date, published ones anew")
    private BackfillMode mode = BackfillMode.MISSING;

    @Option(names = "--dry-run", description = "say what would be done, and do nothing")
    private boolean dryRun;

    BackfillCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try {
            return session.withReaders(context -> dryRun ? plan(context) : run(context))
                    .code();
        } catch (NothingToDoException e) {
            session.say(spec.commandLine().getErr(), String.valueOf(e.getMessage()));
            return ExitCode.NOTHING_TO_DO.code();
        }
    }

    private Backfills.Range range(ApplicationContext context) {
        Clock clock = context.getBean(Clock.class);
        return new Backfills.Range(from.resolve(clock), to.resolve(clock), mode);
    }

    private ExitCode plan(ApplicationContext context) {
        PrintWriter out = spec.commandLine().getOut();
        BackfillPlan plan = context.getBean(BackfillRun.class).plan(range(context));
        plan.nights()
                .forEach(night -> out.println(night.date() + (night.due() ? "  run   " : "  skip  ") + night.why()));
        out.printf(
                Locale.ROOT,
                "%d of %d nights would be run; they need a slot each, and %d are free%n",
                plan.due().size(),
                plan.nights().size(),
                plan.freeSlots());
        return ExitCode.DONE;
    }

    private ExitCode run(ApplicationContext context) {
        AtomicLong rejected = new AtomicLong();
        context.getBean(BackfillRun.class).run(range(context), (date, night) -> {
            NightlyRun.Outcome outcome = session.monitor(MonitoredJob.backfill(date), night);
            print(outcome);
            rejected.addAndGet(outcome.rejectedLines());
        });
        return rejected.get() > 0 ? ExitCode.DONE_WITH_REJECTIONS : ExitCode.DONE;
    }

    private void print(NightlyRun.Outcome outcome) {
        Publication publication = outcome.publication();
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%s  publication %d, %d customers, model %s, score digest %s, row digest %s%s%n",
                        publication.scoreDate(),
                        publication.publication(),
                        publication.customers(),
                        publication.modelVersion(),
                        publication.scoreDigest(),
                        publication.rowDigest(),
                        outcome.rejectedLines() > 0 ? ", " + outcome.rejectedLines() + " lines rejected" : "");
        spec.commandLine().getOut().flush();
    }
}
