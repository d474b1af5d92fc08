package io.allegiance.bench;

import io.allegiance.failure.AttentionException;
import io.allegiance.platform.database.Database;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The process of the database server, on this machine. */
final class ServerProcess {

    private static final double NANOS = 1e9;

    private final ProcessHandle process;

    private ServerProcess(ProcessHandle process) {
        this.process = process;
    }

    /**
     * Finds it: a child of this program where the database is the embedded one, else the only database server here.
     *
     * @throws AttentionException when there is none on this machine, or more than one
     */
    static ServerProcess of(Database database) {
        Stream<ProcessHandle> processes =
                database.isOwn() ? ProcessHandle.current().descendants() : ProcessHandle.allProcesses();
        List<ProcessHandle> servers =
                processes.filter(ServerProcess::isServer).toList();
        if (servers.size() != 1) {
            throw new AttentionException("the processors' time of the database server cannot be told: this machine runs "
                    + servers.size() + " of mysqld and mariadbd, and must run one; measure on the server's machine");
        }
        return new ServerProcess(servers.get(0));
    }

    private static boolean isServer(ProcessHandle process) {
        Optional<String> command = process.info().command();
        return command.isPresent()
                && (command.get().endsWith("mysqld") || command.get().endsWith("mariadbd"))
                && process.info().totalCpuDuration().isPresent();
    }

    /** The seconds of a processor that it has taken since its start. */
    double seconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / NANOS;
    }
}
