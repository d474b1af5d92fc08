package io.allegiance.cli;

import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Starts the application, or a part of it, for one piece of work, and closes it again. */
final class ContextRunner {

    private volatile boolean logStructured;
    private volatile boolean logConfigured;

    /**
     * Does work with a component of a context that is started for it.
     *
     * @param source the application, or the configuration class of a part of it
     * @param settings win over those of files and environment
     */
    <B, T> T run(Class<?> source, Map<String, Object> settings, Class<B> component, Function<B, T> work) {
        return run(new SpringApplicationBuilder(source), settings, component, work);
    }

    /** Does the same in a context whose components are created on demand, of a configuration that lists none. */
    <B, T> T runOnDemand(Class<?> source, Map<String, Object> settings, Class<B> component, Function<B, T> work) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(source)
                .lazyInitialization(true)
                .contextFactory(type -> new AnnotationConfigApplicationContext(new OnDemandBeans()));
        return run(builder, settings, component, work);
    }

    private <B, T> T run(
            SpringApplicationBuilder builder, Map<String, Object> settings, Class<B> component, Function<B, T> work) {
        try (ConfigurableApplicationContext context = builder.web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .initializers(this::readLogFormat)
                .run(toArguments(settings))) {
            return work.apply(getComponent(context, component));
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
