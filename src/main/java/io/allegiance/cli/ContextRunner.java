package io.allegiance.cli;

import io.allegiance.cli.exit.ConfigurationFailures;
import io.allegiance.failure.AttentionException;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.format.file.FormatFolder;
import io.allegiance.settings.source.UnknownKeys;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Starts the application, or a part of it, for one piece of work, and closes it again. */
final class ContextRunner {

    private final UnknownKeys unknownKeys;
    private volatile boolean logStructured;
    private volatile boolean logConfigured;

    /**
     * @param inOwnProcess whether the system properties are the program's, and not those of a program around it
     */
    ContextRunner(boolean inOwnProcess) {
        unknownKeys = new UnknownKeys(ProgramSettings::keys, FormatFolder::listKeyVariables, inOwnProcess);
    }

    /**
     * Does work with a component of a context that is started for it.
     *
     * @param source the application, or the configuration class of a part of it
     * @param settings win over those of files and environment
     * @throws UsageException when the configuration has a key that the program does not know
     * @throws AttentionException when the configuration cannot be read, or a value of it is refused
     */
    <B, T> T run(Class<?> source, Map<String, Object> settings, Class<B> component, Function<B, T> work) {
        return start(new SpringApplicationBuilder(source), settings, unknownKeys::refuse, component, work);
    }

    /** Does the same in a context whose components are created on demand, of a configuration that lists none. */
    <B, T> T runOnDemand(Class<?> source, Map<String, Object> settings, Class<B> component, Function<B, T> work) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(source)
                .lazyInitialization(true)
                .contextFactory(type -> new AnnotationConfigApplicationContext(new OnDemandBeans()));
        return start(builder, settings, unknownKeys::refuse, component, work);
    }

    /** Does the same as {@link #run} with keys in the configuration that the program does not know. */
    <B, T> T runWithAnyKeys(Class<?> source, Map<String, Object> settings, Class<B> component, Function<B, T> work) {
        return start(new SpringApplicationBuilder(source), settings, environment -> {}, component, work);
    }

    private <B, T> T start(
            SpringApplicationBuilder builder,
            Map<String, Object> settings,
            Consumer<ConfigurableEnvironment> check,
            Class<B> component,
            Function<B, T> work) {
        AtomicReference<ConfigurableEnvironment> environment = new AtomicReference<>();
        try (ConfigurableApplicationContext context = builder.web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .initializers(starting -> {
                    environment.set(starting.getEnvironment());
                    readLogFormat(starting);
                    check.accept(starting.getEnvironment());
                })
                .run(toArguments(settings))) {
            return work.apply(getComponent(context, component));
        } catch (RuntimeException e) {
            throw ConfigurationFailures.explain(e, environment.get());
        }
    }

    /**
     * Returns a component of a context. A component that one command alone needs is not among its beans: it is created
     * here, so that the other commands do not load it.
     */
    static <B> B getComponent(ApplicationContext context, Class<B> type) {
        return context.getBeanProvider(type)
                .getIfAvailable(() -> context.getAutowireCapableBeanFactory().createBean(type));
    }

    /** Returns whether the log is written as JSON; false until the first context begins to start. */
    boolean isLogStructured() {
        return logStructured;
    }

    /** Returns whether the log goes where the configuration says; false until the first context begins to start. */
    boolean isLogConfigured() {
        return logConfigured;
    }

    private void readLogFormat(ApplicationContext context) {
        logConfigured = true;
        logStructured = !context.getEnvironment()
                .getProperty("logging.structured.format.console", "")
                .isBlank();
    }

    private static String[] toArguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }
}
