package io.allegiance.cli;

import io.allegiance.failure.RetryableException;
import io.allegiance.failure.StoppedException;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.container.TemporaryCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Standard input as a file, because an import reads twice. */
final class StandardInput {

    /** What stands for it on the command line. */
    static final String ARGUMENT = "-";

    /** The name under which it is imported. */
    static final String NAME = "stdin";

    private static final int MILLIS_BETWEEN_LOOKS = 100;

    private StandardInput() {}

    /**
     * Copies standard input up to its end.
     *
     * @throws UsageException when it is empty
     * @throws StoppedException when the process was asked to stop
     */
    static TemporaryCopy copy(ApplicationSession session) throws IOException {
        TemporaryCopy copy = TemporaryCopy.create(NAME);
        try {
            write(copy, session);
            if (Files.size(copy.file()) == 0) {
                throw new UsageException("Standard input is empty: '-' reads the file from there, as in"
                        + " 'gunzip -c sales.csv.gz | allegiance import -'.");
            }
            return copy;
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    /** Reads on a thread of its own, since nothing else ends a read of standard input that waits. */
    private static void write(TemporaryCopy copy, ApplicationSession session) {
        FutureTask<Void> reading = new FutureTask<>(() -> {
            copy.write(System.in, Long.MAX_VALUE);
            return null;
        });
        Thread thread = new Thread(reading, "standard-input");
        thread.setDaemon(true);
        thread.start();
        while (!isRead(reading)) {
            session.requireNotStopped();
        }
    }

    private static boolean isRead(FutureTask<Void> reading) {
        try {
            reading.get(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException("stopped on request; nothing was written", e);
        } catch (ExecutionException e) {
            throw new RetryableException(
                    "Standard input could not be copied into the folder for temporary files ("
                            + System.getProperty("java.io.tmpdir")
                            + "); see that it has room, and run the command again.",
                    e);
        }
    }
}
