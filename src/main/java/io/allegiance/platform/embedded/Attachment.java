package io.allegiance.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * The use of a server by programs that do not own it. Each holds a shared lock on the file {@code attached} of the home; the
 * owner, before it stops the server, waits a little until it gets that lock for itself.
 */
final class Attachment implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 20;

    private final FileChannel file;

    private Attachment(FileChannel file) {
        this.file = file;
    }

    /** Begins to use the server; the owner waits from now on. */
    static Attachment begin(Path home) throws IOException {
        FileChannel file = open(home);
        try {
            file.lock(0, Long.MAX_VALUE, true);
        } catch (OverlappingFileLockException e) {
            // Locks are those of a process: another use in this one has it already.
            return new Attachment(file);
        }
        return new Attachment(file);
    }

    /** Waits until nobody uses the server any more, at most some seconds. */
    static void awaitEnd(Path home) {
        try (FileChannel file = open(home)) {
            for (long waited = 0; !isFree(file) && waited < PATIENCE.toMillis(); waited += PAUSE_MILLIS) {
                Pause.millis(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(FileChannel file) throws IOException {
        try (FileLock lock = file.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static FileChannel open(Path home) throws IOException {
        return FileChannel.open(
                home.resolve("attached"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
