package io.allegiance.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * MariaDB's programs in the folder that they were unpacked into. Their output goes directly to the log file: no thread
 * of this program has to read it, and a full disk does not stop the server. Nothing ends a started server when this
 * program ends: a program that is asked to stop needs its database until it has ended itself.
 */
record MariaDb(Path base, ServerSettings settings, ServerLog log) {

    private static final String READY = ": ready for connections.";
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final long PAUSE_MILLIS = 10;

    /**
     * Creates the system tables in the data folder that the settings name.
     *
     * @throws IOException when the installing program is missing or fails
     */
    void createData() throws IOException {
        Process installer = launch(
                getProgram("bin/mariadb-install-db", "bin/mysql_install_db", "scripts/mariadb-install-db"),
                settings.forCreating());
        try {
            int code = installer.waitFor();
            if (code != 0) {
                throw new IOException("the program that creates the data ended with exit code " + code);
            }
        } catch (InterruptedException e) {
            end(installer);
            throw interrupted("stopped while the data was being created", e);
        }
    }

    /**
     * Starts the server; returns when it accepts connections.
     *
     * @throws IOException when the server cannot be started, ends, or is not ready after two minutes
     */
    Process start(int port) throws IOException {
        long before = log.length();
        Process server = launch(getProgram("bin/mariadbd", "bin/mysqld"), settings.forRunning(port));
        try {
            waitUntilReady(server, before);
            return server;
        } catch (InterruptedException e) {
            end(server);
            throw interrupted("stopped while the server was starting", e);
        }
    }

    private void waitUntilReady(Process server, long before) throws IOException, InterruptedException {
        for (long waited = 0; !log.contains(READY, before); waited += PAUSE_MILLIS) {
            if (server.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("the server ended while it was starting");
            }
            if (waited >= START_LIMIT.toMillis()) {
                end(server);
                throw new IOException("the server took too long to start");
            }
        }
    }

    /** The programs find their libraries through the environment; they read nothing. */
    private Process launch(Path program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(arguments);
        command.add("--basedir=" + base);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(base.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        builder.environment().put(libraryPath(), base.resolve("libs").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private Path getProgram(String... names) throws IOException {
        String extension = PlainFolder.isPosix() ? "" : ".exe";
        return Stream.of(names)
                .map(name -> base.resolve(name + extension))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IOException("there is no program " + names[0] + extension + " in " + base
                        + "; delete that folder, and the next start unpacks it again"));
    }

    private static String libraryPath() {
        if (!PlainFolder.isPosix()) {
            return "PATH";
        }
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
        return mac ? "DYLD_FALLBACK_LIBRARY_PATH" : "LD_LIBRARY_PATH";
    }

    /** The installing program is a script, whose server would outlive it. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static IOException interrupted(String message, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IOException(message, cause);
    }
}
