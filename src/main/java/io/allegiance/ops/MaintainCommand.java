package io.allegiance.ops;

import io.allegiance.job.lease.Lease;
import io.allegiance.publish.Slots;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code maintain}: makes room for new publications. */
@Command(
        name = "maintain",
        description = "Empty the slots of old publications; needs a user who may truncate partitions.",
        mixinStandardHelpOptions = true)
final class MaintainCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    MaintainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        int emptied = session.watched(Watched.command("maintain"), () -> session.with(MaintainCommand::empty));
        spec.commandLine().getOut().println("emptied " + emptied + " slot(s)");
        return ExitCode.DONE.code();
    }

    private static int empty(ApplicationContext context) {
        Lease lease = context.getBean(Lease.class);
        lease.acquire();
        try {
            return context.getBean(Slots.class).emptyOld();
        } finally {
            lease.release();
        }
    }
}
