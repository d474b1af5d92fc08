package io.allegiance.platform.embedded;

import io.allegiance.failure.RetryableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Servers that a killed program left on a home's data. The holder of the home's lock may end them: no other program
 * uses them. Only a process of this user that runs the server's program and whose arguments name this home's process-id file is one,
 * regardless of a stale file: anybody may start a program with such arguments.
 */
record OrphanServers(Path home) {

    private static final String ARGUMENT = "--pid-file=";
    /** The end is what Linux says of a program that was deleted since, such as by an upgrade. */
    private static final Pattern SERVER = Pattern.compile("(mariadbd|mysqld)(\\.exe)?( \\(deleted\\))?");

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
        return namesHome(process) && isOurs(process) && isServer(process);
    }

    private static boolean isOurs(ProcessHandle process) {
        return process.info().user().equals(ProcessHandle.current().info().user());
    }

    /** What the system says that it runs, and not the name that it was given. */
    private static boolean isServer(ProcessHandle process) {
        return process.info()
                .command()
                .map(program -> Path.of(program).getFileName())
                .filter(name -> name != null && SERVER.matcher(name.toString()).matches())
                .isPresent();
    }

    private boolean namesHome(ProcessHandle process) {
        return process.info().arguments().stream()
                .flatMap(Arrays::stream)
                .filter(argument -> argument.startsWith(ARGUMENT))
                .anyMatch(argument -> liesInHome(argument.substring(ARGUMENT.length())));
    }

    private boolean liesInHome(String pidFile) {
        try {
            Path folder = Path.of(pidFile).getParent();
            return folder != null && Files.isSameFile(folder, home);
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }
}
