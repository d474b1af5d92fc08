package io.allegiance.cli;

import io.allegiance.failure.RetryableException;
import io.allegiance.failure.StoppedException;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.container.TemporaryCopy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Standard input: as a file, because an import reads twice, or a customer's id, which no list of processes shows then. */
final class StandardInput {

    /** What stands for it on the command line. */
    static final String ARGUMENT = "-";

    /** The name under which it is imported. */
    static final String NAME = "stdin";

    private static final int MILLIS_BETWEEN_LOOKS = 100;

    /** Far more than an id has, and no more than anybody should wait for. */
    private static final int MOST_BYTES_OF_ID = 1_000;

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

    private static void write(TemporaryCopy copy, ApplicationSession session) {
        await(session, () -> {
            copy.write(System.in, Long.MAX_VALUE);
            return copy;
        });
    }

    /**
     * Returns the customer that an option names: the id itself, or for {@value #ARGUMENT} the first line of standard input without its line
     * end. What follows that line is not read.
     *
     * @throws UsageException when the line is blank or has more than 1,000 bytes
     * @throws StoppedException when the process was asked to stop
     */
    static String orCustomer(String given, ApplicationSession session) {
        if (!given.equals(ARGUMENT)) {
            return given;
        }
        String id = await(session, StandardInput::readLine);
        if (id.isBlank()) {
            throw new UsageException(
                    "Standard input has no customer's id in its first line: '--customer -' reads it from"
                            + " there, as in 'allegiance explain --customer - < id.txt'.");
        }
        return id;
    }

    private static String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = System.in.read(); next >= 0 && next != '\n'; next = System.in.read()) {
            if (line.size() == MOST_BYTES_OF_ID) {
                throw new UsageException("The first line of standard input has more than " + MOST_BYTES_OF_ID
                        + " bytes; '--customer -' reads one customer's id from there.");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Reads on a thread of its own, since nothing else ends a read of standard input that waits. */
    private static <T> T await(ApplicationSession session, Callable<T> read) {
        FutureTask<T> reading = new FutureTask<>(read);
        Thread thread = new Thread(reading, "standard-input");
        thread.setDaemon(true);
        thread.start();
        Optional<T> done = find(reading);
        while (done.isEmpty()) {
            session.requireNotStopped();
            done = find(reading);
        }
        return done.get();
    }

    /** Finds what was read; empty while it is not read. */
    private static <T> Optional<T> find(FutureTask<T> reading) {
        try {
            return Optional.of(reading.get(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException("stopped on request; nothing was written", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UsageException refused) {
                throw refused;
            }
            throw new RetryableException(
                    "Standard input could not be copied into the folder for temporary files ("
                            + System.getProperty("java.io.tmpdir")
                            + "); see that it has room, and run the command again.",
                    e);
        }
    }
}
