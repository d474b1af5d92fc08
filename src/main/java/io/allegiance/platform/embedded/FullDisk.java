package io.allegiance.platform.embedded;

import io.allegiance.failure.RetryableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Detects a full disk, the cause of many failures whose messages do not name it. */
final class FullDisk {

    private static final long MIB = 1024L * 1024;

    /** With less the server does not start: it makes itself a temporary space of 12 MiB and more. */
    private static final long LEAST_MIB = 64;

    private FullDisk() {}

    /** Finds the failure to report instead of one that happened on a folder; empty where the disk has room. */
    static Optional<RetryableException> find(Path folder, Exception cause) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace() / MIB;
            return free >= LEAST_MIB
                    ? Optional.empty()
                    : Optional.of(new RetryableException(
                            "the disk that holds the embedded database is full: " + folder + " has " + free
                                    + " MiB left; free some space there, then run the same command again",
                            cause));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
