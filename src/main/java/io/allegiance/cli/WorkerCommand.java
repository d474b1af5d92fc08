package io.allegiance.cli;

import io.allegiance.failure.ExitCode;
import io.allegiance.failure.UsageException;
import io.allegiance.job.worker.WorkerRun;
import io.allegiance.settings.MachineSettings;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code worker}: helps the run that holds the lease with its partitions, until it is asked to stop. */
@Command(
        name = "worker",
        description =
                "Work on the partitions of nights and trainings that run on other hosts, until told to stop (SIGTERM).",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class WorkerCommand implements Callable<Integer> {

    private static final int MOST_THREADS = 256;

    private final ApplicationSession session;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "partitions to work on at once; allegiance.partitions unless given")
    private @Nullable Integer threads;

    WorkerCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (threads != null && (threads < 1 || threads > MOST_THREADS)) {
            throw new UsageException("--threads must be 1 to " + MOST_THREADS + "; was " + threads);
        }
        Map<String, ?> settings = threads == null ? Map.of() : Map.of("allegiance.partitions", threads);
        session.execute(settings, Worker.class, worker -> {
            worker.work();
            return null;
        });
        return ExitCode.DONE.code();
    }

    /** A worker with as many threads as are set. */
    private record Worker(WorkerRun run, MachineSettings settings) {

        void work() {
            run.run(settings.partitions());
        }
    }
}
