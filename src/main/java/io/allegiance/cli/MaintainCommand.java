package io.allegiance.cli;

import io.allegiance.cli.monitor.MonitoredJob;
import io.allegiance.failure.ExitCode;
import io.allegiance.job.MaintenanceRun;
import io.allegiance.retention.MaintenanceResult;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code maintain}: empties slots for new publications, and deletes records older than configured. */
@Command(
        name = "maintain",
        description =
                "Empty the slots of old publications and delete their reports and old records, as jobs/maintain.yaml"
                        + " says; needs a user who may truncate partitions. Runs that may be carried on are kept.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class MaintainCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Option(names = "--dry-run", description = "say what would be emptied and deleted, and write nothing")
    private boolean dryRun;

    MaintainCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (dryRun) {
            print(session.execute(MaintenanceRun.class, MaintenanceRun::preview), out, "to empty", "to delete");
        } else {
            MaintenanceResult done = session.monitor(
                    MonitoredJob.command("maintain"), () -> session.execute(MaintenanceRun.class, MaintenanceRun::run));
            print(done, out, "emptied", "deleted");
        }
        return ExitCode.DONE.code();
    }

    private static void print(MaintenanceResult result, PrintWriter out, String emptied, String deleted) {
        out.println("slots " + emptied + " " + result.slots());
        out.println("runs " + deleted + " " + result.runs());
        out.println("batch executions " + deleted + " " + result.batchExecutions());
        out.println("segment changes " + deleted + " " + result.segmentChanges());
        out.println("reports " + deleted + " " + result.reports());
    }
}
