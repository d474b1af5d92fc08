package io.allegiance.platform.embedded;

import io.allegiance.failure.RetryableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Servers that a killed program left on a home's data. The holder of the home's lock may end them: no other program
 * uses them. Only a process whose arguments name this home's process-id file is one, regardless of a stale file.
 */
record OrphanServers(Path home) {

    private static final String ARGUMENT = "--pid-file=";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 50;

    static OrphanServers of(EmbeddedHome home) {
        return new OrphanServers(home.folder());
    }

    void end() {
        List<ProcessHandle> orphans =
                ProcessHandle.allProcesses().filter(this::usesHome).toList();
        orphans.forEach(ProcessHandle::destroy);
        for (ProcessHandle orphan : orphans) {
            if (!gone(orphan)) {
                orphan.destroyForcibly();
                if (!gone(orphan)) {
                    throw new RetryableException("an earlier server (pid " + orphan.pid() + ") of " + home
                            + " does not end; end it and run the same command again");
                }
            }
        }
    }

    /** A process that has ended but was not collected yet has no arguments any more, so it counts as gone. */
    private boolean gone(ProcessHandle orphan) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (orphan.isAlive() && usesHome(orphan)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Pause.millis(PAUSE_MILLIS);
        }
        return true;
    }

    private boolean usesHome(ProcessHandle process) {
        return process.info().arguments().stream()
                .flatMap(Arrays::stream)
                .filter(argument -> argument.startsWith(ARGUMENT))
                .map(argument -> Path.of(argument.substring(ARGUMENT.length())))
                .anyMatch(this::liesInHome);
    }

    private boolean liesInHome(Path pidFile) {
        try {
            Path folder = pidFile.getParent();
            return folder != null && Files.isSameFile(folder, home);
        } catch (IOException e) {
            return false;
        }
    }
}
