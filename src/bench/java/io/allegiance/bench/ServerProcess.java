package io.allegiance.bench;

import io.allegiance.failure.AttentionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The process of the database server, on this machine. */
final class ServerProcess {

    private static final double NANOS = 1e9;

    private final ProcessHandle process;

    private ServerProcess(ProcessHandle process) {
        this.process = process;
    }

    /**
     * Finds it: the one that the server's own file of its number names, else the only database server here.
     *
     * @throws AttentionException when there is none on this machine, or more than one
     */
    static ServerProcess of(JdbcTemplate jdbc) {
        return findNamed(jdbc).map(ServerProcess::new).orElseGet(ServerProcess::onlyOne);
    }

    private static Optional<ProcessHandle> findNamed(JdbcTemplate jdbc) {
        try {
            Path file = Path.of(variable(jdbc, "datadir")).resolve(variable(jdbc, "pid_file"));
            return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                    .filter(ServerProcess::isServer);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String variable(JdbcTemplate jdbc, String name) {
        return jdbc
                .query("SHOW GLOBAL VARIABLES WHERE Variable_name = '" + name + "'", (row, number) -> row.getString(2))
                .stream()
                .findFirst()
                .orElse("");
    }

    private static ServerProcess onlyOne() {
        List<ProcessHandle> servers =
                ProcessHandle.allProcesses().filter(ServerProcess::isServer).toList();
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
