package io.allegiance.cli;

import io.allegiance.cli.monitor.MonitorConfiguration;
import io.allegiance.cli.monitor.MonitorContext;
import io.allegiance.cli.monitor.MonitorSession;
import io.allegiance.cli.monitor.MonitorTargets;
import io.allegiance.cli.monitor.MonitoredJob;
import io.allegiance.failure.StoppedException;
import io.allegiance.failure.UsageException;
import io.allegiance.job.lease.Lease;
import io.allegiance.job.step.StopRequest;
import io.allegiance.platform.database.Database;
import io.allegiance.platform.database.Schema;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.settings.Settings;
import io.allegiance.status.StatusReader;
import java.io.PrintWriter;
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
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application for a command that was parsed well, and ends it again, database and all. */
final class ApplicationSession {

    private static final Logger LOG = LoggerFactory.getLogger(ApplicationSession.class);

    private final Class<?> application;
    private final Map<String, Object> properties;
    private final AtomicReference<StopRequest> stop = new AtomicReference<>();
    private final AtomicBoolean stopRequested = new AtomicBoolean();
    private final MonitorSession monitors = new MonitorSession(this::readMonitorTargets);
    private @Nullable String afterword;
    private volatile boolean logStructured;

    ApplicationSession(Class<?> application, Map<String, Object> properties) {
        this.application = application;
        this.properties = properties;
    }

    /** Does a command's work on a database whose schema is that of this program. */
    <T> T with(Function<ApplicationContext, T> work) {
        return with(Map.of(), work);
    }

    /** The same with settings that come before all others. */
    <T> T with(Map<String, Object> more, Function<ApplicationContext, T> work) {
        return withAnySchema(more, context -> {
            prepareSchema(context);
            return work.apply(context);
        });
    }

    /** The same for work that readers of the scores depend on: when it fails, it is said what they see. */
    <T> T withReaders(Function<ApplicationContext, T> work) {
        afterword = "what readers see was not touched";
        T done = with(context -> {
            try {
                return work.apply(context);
            } catch (RuntimeException e) {
                afterword = e instanceof UsageException
                        ? null
                        : context.getBean(StatusReader.class).describeWhatReadersSee();
                throw e;
            }
        });
        afterword = null;
        return done;
    }

    /** The same for short work that writes, under the lease. */
    <T> T withLease(Function<ApplicationContext, T> work) {
        return withReaders(context -> underLease(context, work));
    }

    /** Does short work that writes, under the lease, where the program is up already. */
    static <T> T underLease(ApplicationContext context, Function<ApplicationContext, T> work) {
        return context.getBean(Lease.class).hold(() -> {
            context.getBean(Settings.class).requireUnchanged();
            return work.apply(context);
        });
    }

    /**
     * Monitors unattended work: when it has ended, its metrics are pushed and its alerts are raised. The work may start the
     * program or run within it; one command may monitor several jobs, one after the other.
     */
    <T> T monitor(MonitoredJob job, Supplier<T> work) {
        return monitors.monitor(job, work);
    }

    /** Gets the monitors of this command. */
    MonitorSession monitors() {
        return monitors;
    }

    /** Reads where alerts and metrics go; unreadable files are left out, for the environment may say enough. */
    private MonitorTargets readMonitorTargets(boolean filesUnreadable) {
        Map<String, Object> all = new HashMap<>(properties);
        if (filesUnreadable) {
            all.put("allegiance.jobs", "no-such-folder");
        }
        return withoutDatabase(MonitorConfiguration.class, all, context -> context.getBean(MonitorTargets.class));
    }

    /** Whether the log is made of JSON; false until the program begins to start. */
    boolean isLogStructured() {
        return logStructured;
    }

    /** Says something to a person, in the log where that is structured. */
    void say(PrintWriter err, String message) {
        if (logStructured) {
            LOG.info(message);
        } else {
            err.println("allegiance: " + message);
        }
    }

    /** Finds what is to be said after a failure's own message. */
    Optional<String> findAfterword() {
        return Optional.ofNullable(afterword);
    }

    /** Does a command's work on a database whatever its schema. */
    <T> T withAnySchema(Map<String, Object> more, Function<ApplicationContext, T> work) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putAll(more);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .initializers(this::noteLogFormat)
                .run(toArguments(all))) {
            stop.set(context.getBean(StopRequest.class));
            passStopOn();
            return monitors.runAttached(context.getBean(MonitorContext.class), () -> work.apply(context));
        } finally {
            stop.set(null);
        }
    }

    private void noteLogFormat(ApplicationContext context) {
        logStructured = !context.getEnvironment()
                .getProperty("logging.structured.format.console", "")
                .isBlank();
    }

    /** Does a command's work that asks the configuration and nothing else; no database is started or spoken to. */
    <T> T withoutDatabase(Function<ApplicationContext, T> work) {
        return withoutDatabase(BusinessConfiguration.class, properties, work);
    }

    /** The same with the parts of the program that a configuration names. */
    <T> T withoutDatabase(Class<?> configuration, Function<ApplicationContext, T> work) {
        return withoutDatabase(configuration, properties, work);
    }

    private <T> T withoutDatabase(
            Class<?> configuration, Map<String, Object> settings, Function<ApplicationContext, T> work) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(configuration)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .initializers(this::noteLogFormat)
                .run(toArguments(settings))) {
            return work.apply(context);
        }
    }

    /* Not a bean of the program: it would be found there as well. */
    @EnableConfigurationProperties(BusinessSettings.class)
    private static final class BusinessConfiguration {}

    /**
     * Ends what has nothing to commit.
     *
     * @throws StoppedException when somebody asked to stop
     */
    void requireNotStopped() {
        if (stopRequested.get()) {
            throw new StoppedException("stopped on request; nothing was written");
        }
    }

    /** Gets a setting that is needed before anything starts; null where it is not set. */
    @Nullable
    String setting(String name) {
        Object own = properties.get(name);
        return own != null ? own.toString() : System.getenv(name);
    }

    private static String[] toArguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    private static void prepareSchema(ApplicationContext context) {
        Schema schema = context.getBean(Schema.class);
        context.getBean(Database.class)
                .embeddedHome()
                .ifPresentOrElse(
                        home -> {
                            LOG.info("using the embedded database in {}", home);
                            schema.migrate();
                        },
                        schema::requireCurrent);
    }

    /** Asks what runs to stop at its next commit, and what is only starting at its first. */
    void requestStop() {
        stopRequested.set(true);
        passStopOn();
    }

    private void passStopOn() {
        StopRequest running = stop.get();
        if (running != null && stopRequested.get()) {
            running.request();
        }
    }
}
