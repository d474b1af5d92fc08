package io.allegiance.cli;

import io.allegiance.cli.exit.ConfigurationState;
import io.allegiance.cli.monitor.MonitorConfiguration;
import io.allegiance.cli.monitor.MonitorSession;
import io.allegiance.cli.monitor.MonitorTargets;
import io.allegiance.cli.monitor.MonitoredJob;
import io.allegiance.cli.option.DateOption;
import io.allegiance.failure.StoppedException;
import io.allegiance.failure.UsageException;
import io.allegiance.platform.datasource.DataSourceConfiguration;
import io.allegiance.platform.embedded.HomeAccess;
import io.allegiance.settings.source.SearchLocations;
import io.allegiance.status.StatusReader;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the application for a command, hands it the one component that does its work, and closes the application
 * again, with the embedded database.
 */
final class ApplicationSession {

    private static final Logger LOG = LoggerFactory.getLogger(ApplicationSession.class);
    /** Settings for which no file is read but those in the jar. */
    private static final Map<String, String> WITHOUT_FILES = Map.of(
            "allegiance.jobs",
            "no-such-folder",
            "ALLEGIANCE_HOME",
            "no-such-folder",
            "spring.config.additional-location",
            "",
            SearchLocations.TOLD,
            "");

    private static final String UNTOUCHED = "what readers see was not touched";

    private static final Logger FILE_LOG = LoggerFactory.getLogger("allegiance.failure");

    private final Class<?> application;
    private final Map<String, Object> properties;
    private final ContextRunner contexts;
    private final ReadingSession reading;
    private final AtomicReference<StartedProgram> program = new AtomicReference<>();
    private final AtomicBoolean stopRequested = new AtomicBoolean();
    private final MonitorSession monitors = new MonitorSession(this::readMonitorTargets);
    private @Nullable String afterword;
    private @Nullable ZoneId zone;

    /** A session inside another program. */
    ApplicationSession(Class<?> application, Map<String, Object> properties) {
        this(application, properties, false);
    }

    /**
     * @param properties settings that come before those of files and environment
     * @param inOwnProcess whether the system properties are the program's, and not those of a program around it
     */
    ApplicationSession(Class<?> application, Map<String, Object> properties, boolean inOwnProcess) {
        this.application = application;
        this.properties = new HashMap<>(properties);
        this.contexts = new ContextRunner(inOwnProcess);
        this.reading = new ReadingSession(contexts, this.properties);
    }

    /** Reads settings of the user's own as well, in every application that is started from now on. */
    void useConfiguration(String location) {
        properties.put(SearchLocations.TOLD, location);
    }

    /** Does a command's work on a database whose schema is that of this program. */
    <B, T> T execute(Class<B> component, Function<B, T> work) {
        return execute(Map.of(), component, work);
    }

    /** Does the same with settings that win over all others. */
    <B, T> T execute(Map<String, ?> settings, Class<B> component, Function<B, T> work) {
        return start(settings, started -> {
            started.prepareSchema();
            return work.apply(started.getComponent(component));
        });
    }

    /**
     * Does work that only reads, with no more of the program than that needs. On the embedded database it uses the server of a program
     * that runs.
     */
    <B, T> T read(Class<B> component, Function<B, T> work) {
        return reading.run(HomeAccess.READ, program -> {
            zone = program.clock().getZone();
            return work.apply(program.getComponent(component));
        });
    }

    /** Does the same with the whole program. */
    <B, T> T readWithWholeProgram(Class<B> component, Function<B, T> work) {
        return execute(Map.of(DataSourceConfiguration.HOME_ACCESS, HomeAccess.READ), component, work);
    }

    /** Holds publications or releases them, which is one row, beside a program that runs; else as {@link #executeForReaders}. */
    <B, T> T hold(Class<B> component, Function<B, T> work) {
        afterword = UNTOUCHED;
        T result = reading.run(HomeAccess.HOLD, program -> {
            zone = program.clock().getZone();
            try {
                return work.apply(program.getComponent(component));
            } catch (RuntimeException e) {
                afterword = describeReaders(e, program.getComponent(StatusReader.class));
                throw e;
            }
        });
        afterword = null;
        return result;
    }

    /** Does work that readers of the scores depend on: when it fails, the program says what they see. */
    <B, T> T executeForReaders(Class<B> component, Function<B, T> work) {
        return executeForReaders(Map.of(), component, work);
    }

    /** Does the same with settings that win over all others. */
    <B, T> T executeForReaders(Map<String, ?> settings, Class<B> component, Function<B, T> work) {
        afterword = UNTOUCHED;
        T result = start(settings, started -> {
            started.prepareSchema();
            try {
                return work.apply(started.getComponent(component));
            } catch (RuntimeException e) {
                afterword = describeReaders(e, started.status());
                throw e;
            }
        });
        afterword = null;
        return result;
    }

    private static @Nullable String describeReaders(RuntimeException failure, StatusReader status) {
        return failure instanceof UsageException ? null : status.describeCurrentPublication();
    }

    /** Does a command's work on a database whatever its schema, with settings that win over all others. */
    <B, T> T executeOnAnySchema(Map<String, ?> settings, Class<B> component, Function<B, T> work) {
        return start(settings, started -> work.apply(started.getComponent(component)));
    }

    /** Does work that asks the configuration alone: no database is started or spoken to. */
    <B, T> T executeWithoutDatabase(Class<?> configuration, Class<B> component, Function<B, T> work) {
        return contexts.run(configuration, properties, component, work);
    }

    private <T> T start(Map<String, ?> settings, Function<StartedProgram, T> work) {
        return contexts.run(application, merge(properties, settings), StartedProgram.class, started -> {
            program.set(started);
            zone = started.clock().getZone();
            passStopOn();
            try {
                return monitors.runAttached(started.monitoring(), () -> work.apply(started));
            } finally {
                program.set(null);
            }
        });
    }

    /**
     * Resolves a date of the command line in the configured zone.
     *
     * @throws IllegalStateException when the application is not started
     */
    LocalDate resolve(DateOption date) {
        StartedProgram started = program.get();
        Clock clock = started == null ? reading.findClock().orElse(null) : started.clock();
        if (clock == null) {
            throw new IllegalStateException("the configured zone is known only while the application runs");
        }
        return date.resolve(clock);
    }

    /**
     * Returns the configured zone.
     *
     * @throws IllegalStateException when the application was not started yet
     */
    ZoneId zone() {
        if (zone == null) {
            throw new IllegalStateException("the configured zone is known once the application runs");
        }
        return zone;
    }

    /**
     * Monitors unattended work: when it has ended, its metrics are pushed and its alerts are raised. The work may start
     * the application or run within it; one command may monitor several jobs, one after the other.
     */
    <T> T monitor(MonitoredJob job, Supplier<T> work) {
        return monitors.monitor(job, work);
    }

    /** Returns the monitors of this command. */
    MonitorSession monitors() {
        return monitors;
    }

    /** Reads where alerts and metrics go; unreadable files are left out, because the environment may be sufficient. */
    private MonitorTargets readMonitorTargets(ConfigurationState configuration) {
        Map<String, String> withoutFiles = configuration == ConfigurationState.UNREADABLE ? WITHOUT_FILES : Map.of();
        return contexts.runWithAnyKeys(
                MonitorConfiguration.class, merge(properties, withoutFiles), MonitorTargets.class, Function.identity());
    }

    /** Returns whether the log is written as JSON; false until the application begins to start. */
    boolean isLogStructured() {
        return contexts.isLogStructured();
    }

    /** Writes into the log file alone, where there is one: for what standard error has already. */
    void logToFile(String message, @Nullable Throwable fault) {
        if (contexts.isLogConfigured()) {
            FILE_LOG.error(message, fault);
        }
    }

    /** Tells a person something, in the log where that is structured. */
    void tell(PrintWriter err, String message) {
        if (isLogStructured()) {
            LOG.info(message);
        } else {
            err.println("allegiance: " + message);
        }
    }

    /** Finds what the program says after the message of a failure. */
    Optional<String> findAfterword() {
        return Optional.ofNullable(afterword);
    }

    /** Finds a setting that a command needs before the application starts. */
    Optional<String> findSetting(String name) {
        Object own = properties.get(name);
        return own != null ? Optional.of(own.toString()) : Optional.ofNullable(System.getenv(name));
    }

    /**
     * Ends work that has nothing to commit.
     *
     * @throws StoppedException when the process was asked to stop
     */
    void requireNotStopped() {
        if (stopRequested.get()) {
            throw new StoppedException("stopped on request; nothing was written");
        }
    }

    /** Asks running work to stop at its next commit, and an application that still starts to stop at its first. */
    void requestStop() {
        stopRequested.set(true);
        passStopOn();
    }

    private void passStopOn() {
        StartedProgram started = program.get();
        if (started != null && stopRequested.get()) {
            started.stop().request();
        }
    }

    private static Map<String, Object> merge(Map<String, Object> properties, Map<String, ?> settings) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putAll(settings);
        return all;
    }
}
