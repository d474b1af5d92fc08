package io.allegiance.cli;

import io.allegiance.cli.option.NightDateOption;
import io.allegiance.cli.option.OverrideOptions;
import io.allegiance.failure.ExitCode;
import io.allegiance.failure.NothingToDoException;
import io.allegiance.failure.UsageException;
import io.allegiance.publish.Publications;
import io.allegiance.run.Decision;
import io.allegiance.run.JobName;
import io.allegiance.run.Run;
import io.allegiance.run.RunState;
import io.allegiance.run.Runs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code abandon}: gives up the night of a date that is not published. */
@Command(
        name = "abandon",
        description = "Give up the unfinished night of a date; its command then begins anew.",
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
        Run run = session.withLease(context -> abandon(context, decision));
        spec.commandLine()
                .getOut()
                .println("given up: the night of " + run.businessDate() + ", attempt " + run.attempt()
                        + "; 'allegiance nightly --date " + run.businessDate() + "' begins anew");
        return ExitCode.DONE.code();
    }

    private Run abandon(ApplicationContext context, Decision decision) {
        LocalDate day = date.given().resolve(context.getBean(Clock.class));
        Runs runs = context.getBean(Runs.class);
        Run run = runs.findNewest(JobName.NIGHTLY, day)
                .orElseThrow(
                        () -> new UsageException("no night of " + day + " was begun, so there is none to give up"));
        if (isPublishedAndKept(context.getBean(Publications.class), run)) {
            throw new UsageException("the night of " + day + " is published; nothing was changed. 'allegiance rollback'"
                    + " sends readers back to an earlier one");
        }
        if (run.state() == RunState.ABANDONED || run.state() == RunState.COMPLETED) {
            throw new NothingToDoException("the night of " + day + " is given up already; nothing was changed");
        }
        runs.abandon(run.runId(), decision);
        return run;
    }

    /** Once the rows of a publication were emptied, its report cannot be written any more, and nothing else is lost. */
    private static boolean isPublishedAndKept(Publications publications, Run run) {
        return publications
                .findOfRun(run.runId())
                .filter(publication ->
                        publications.findRetained(publication.publication()).isPresent())
                .isPresent();
    }
}
