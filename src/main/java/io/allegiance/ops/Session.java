package io.allegiance.ops;

import io.allegiance.failure.StoppedException;
import io.allegiance.failure.UsageException;
import io.allegiance.job.lease.Lease;
import io.allegiance.job.partition.StopRequest;
import io.allegiance.platform.Database;
import io.allegiance.platform.Schema;
import io.allegiance.run.BusinessSettings;
import io.allegiance.run.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application for a command that was parsed well, and ends it again, database and all. */
final class Session {

    private final Class<?> application;
    private final Map<String, Object> properties;
    private final AtomicReference<StopRequest> stop = new AtomicReference<>();
    private final AtomicBoolean stopRequested = new AtomicBoolean();
    private @Nullable String afterword;

    Session(Class<?> application, Map<String, Object> properties) {
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
        return withReaders(context -> {
            Lease lease = context.getBean(Lease.class);
            lease.acquire();
            try {
                context.getBean(Settings.class).requireUnchanged();
                return work.apply(context);
            } finally {
                lease.release();
            }
        });
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
                .run(toArguments(all))) {
            stop.set(context.getBean(StopRequest.class));
            passStopOn();
            return work.apply(context);
        } finally {
            stop.set(null);
        }
    }

    /** Does a command's work that asks the configuration and nothing else; no database is started or spoken to. */
    <T> T withoutDatabase(Function<ApplicationContext, T> work) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(BusinessConfiguration.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(toArguments(properties))) {
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
                            LoggerFactory.getLogger(Session.class).info("using the embedded database in {}", home);
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
