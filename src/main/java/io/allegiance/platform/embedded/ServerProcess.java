package io.allegiance.platform.embedded;

import io.allegiance.failure.RetryableException;
import io.allegiance.platform.PrivateFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A running server: started, known by its process id, ended by a signal and waited for. */
record ServerProcess(ProcessHandle process, int port) {

    private static final int ATTEMPTS = 3;
    private static final String PORT_TAKEN = "Address already in use";
    private static final int CREATING_MIB = 64;
    private static final long STOP_SECONDS = 120;

    static ServerProcess start(EmbeddedHome home, Path base, int bufferPoolMiB, List<String> initial) {
        try {
            prepare(home, base);
            PrivateFolder.writeFile(home.folder().resolve("initial.sql"), initial);
            return startOnFreePort(home, base, bufferPoolMiB);
        } catch (IOException e) {
            throw failed(home, e);
        } finally {
            deleteQuietly(home.folder().resolve("initial.sql"));
        }
    }

    long pid() {
        return process.pid();
    }

    /** Asks the server to end, waits for its data to be safe on disk, and kills it only when that takes minutes. */
    void stop() {
        process.destroy();
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        }
    }

    private static void prepare(EmbeddedHome home, Path base) throws IOException {
        Path temp = home.folder().resolve("temp");
        PrivateFolder.delete(temp);
        PrivateFolder.create(temp);
        Files.deleteIfExists(home.pidFile());
        if (Files.exists(home.log())) {
            Files.move(home.log(), home.folder().resolve("database.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.isDirectory(home.folder().resolve("database"))) {
            createData(home, base);
        }
    }

    /** The data gets its name only when it is whole, so that a start that was killed leaves nothing half made. */
    private static void createData(EmbeddedHome home, Path base) throws IOException {
        Path unfinished = home.folder().resolve("database.new");
        PrivateFolder.delete(unfinished);
        PrivateFolder.create(unfinished);
        mariaDb(home, base, CREATING_MIB).createData();
        Files.move(unfinished, home.folder().resolve("database"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static ServerProcess startOnFreePort(EmbeddedHome home, Path base, int bufferPoolMiB) throws IOException {
        MariaDb mariaDb = mariaDb(home, base, bufferPoolMiB);
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            long before = mariaDb.log().length();
            try {
                return new ServerProcess(mariaDb.start(port).toHandle(), port);
            } catch (IOException e) {
                if (attempt == ATTEMPTS || !mariaDb.log().contains(PORT_TAKEN, before)) {
                    throw e;
                }
            }
        }
    }

    private static MariaDb mariaDb(EmbeddedHome home, Path base, int bufferPoolMiB) throws IOException {
        ServerSettings settings = new ServerSettings(home.plain(), bufferPoolMiB, isRoot(home.folder()));
        return new MariaDb(base, settings, new ServerLog(home.log()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot(Path folder) throws IOException {
        return PlainFolder.isPosix()
                && Integer.valueOf(0).equals(Files.getAttribute(folder.resolve("temp"), "unix:uid"));
    }

    private static RetryableException failed(EmbeddedHome home, Exception cause) {
        return FullDisk.find(home.folder(), cause)
                .orElseGet(() -> new RetryableException(
                        "the embedded database did not start: " + lastError(new ServerLog(home.log()), cause)
                                + "; its log is " + home.log() + ", and the same command may be run again",
                        cause));
    }

    private static @Nullable String lastError(ServerLog log, Exception cause) {
        try {
            return log.findLastError().orElse(cause.getMessage());
        } catch (IOException e) {
            return cause.getMessage();
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new RetryableException("the file " + file + " holds a password and cannot be deleted; delete it", e);
        }
    }
}
