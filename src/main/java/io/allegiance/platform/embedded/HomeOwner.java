package io.allegiance.platform.embedded;

import io.allegiance.failure.LeaseHeldException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The program that holds the lock of a home, as the lock's file names it. The file of a program that has ended stays, so that it
 * means something only while the lock is held.
 *
 * @param pid its process id; 0 where the file does not say
 * @param reads whether it only reads, so that it ends soon
 */
record HomeOwner(long pid, boolean reads) {

    private static final String READS = "reads";

    static Path file(Path home) {
        return home.resolve("lock");
    }

    static HomeOwner ofThisProcess(HomeAccess access) {
        return new HomeOwner(ProcessHandle.current().pid(), access.mayAttach());
    }

    static HomeOwner of(Path home) {
        try {
            String[] words = Files.readString(file(home)).strip().split("\\s+");
            return new HomeOwner(Long.parseLong(words[0]), words.length > 1 && words[1].equals(READS));
        } catch (IOException | NumberFormatException e) {
            return new HomeOwner(0, false);
        }
    }

    String toText() {
        return pid + (reads ? " " + READS : "") + "\n";
    }

    /** Returns whether to wait for it: it only reads, or it has just begun or ended, and the file names another one. */
    boolean endsSoon() {
        return reads || ProcessHandle.of(pid).isEmpty();
    }

    LeaseHeldException toFailure(Path home) {
        return new LeaseHeldException("another allegiance uses " + home + " (pid " + pid
                + "); wait for it or set ALLEGIANCE_HOME to another folder");
    }
}
