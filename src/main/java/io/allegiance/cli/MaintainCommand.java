package io.allegiance.cli;

import io.allegiance.cli.monitor.MonitoredJob;
import io.allegiance.failure.ExitCode;
import io.allegiance.failure.StoppedException;
import io.allegiance.job.lease.Lease;
import io.allegiance.job.step.StopRequest;
import io.allegiance.retention.Maintenance;
import io.allegiance.retention.MaintenanceResult;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code maintain}: makes room for new publications, and deletes what is older than configured. */
@Command(
        name = "maintain",
        description = "Empty the slots of old publications and delete old records, as jobs/maintain.yaml says; needs a"
                + " user who may truncate partitions. Runs that may be carried on are kept.",
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
            MaintenanceResult would =
                    session.with(context -> context.getBean(Maintenance.class).preview());
            print(would, out, "to empty", "to delete");
        } else {
            MaintenanceResult done =
                    session.monitor(MonitoredJob.command("maintain"), () -> session.with(MaintainCommand::maintain));
            print(done, out, "emptied", "deleted");
        }
        return ExitCode.DONE.code();
    }

    private static MaintenanceResult maintain(ApplicationContext context) {
        StopRequest stop = context.getBean(StopRequest.class);
        return context.getBean(Lease.class)
                .hold(() -> context.getBean(Maintenance.class).run(() -> requireNotStopped(stop)));
    }

    private static void requireNotStopped(StopRequest stop) {
        if (stop.isRequested()) {
            throw new StoppedException(
                    "stopped on request; what was emptied and deleted is done, and 'allegiance maintain' does the rest");
        }
    }

    private static void print(MaintenanceResult cleared, PrintWriter out, String emptied, String deleted) {
        out.println("slots " + emptied + " " + cleared.slots());
        out.println("runs " + deleted + " " + cleared.runs());
        out.println("batch executions " + deleted + " " + cleared.batchExecutions());
        out.println("segment changes " + deleted + " " + cleared.segmentChanges());
    }
}
