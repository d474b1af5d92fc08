package io.allegiance.platform.datasource;

import io.allegiance.failure.AttentionException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** What is configured of the pool that is not the pool's own: options of the driver, and what it must not be told. */
final class PoolOptions {

    static final String PREFIX = "spring.datasource.hikari";

    /** Another address than that of the rest of the program, classes by their names, or objects that the pool asks a directory for. */
    private static final List<String> REFUSED = List.of(
            "jdbc-url",
            "data-source-class-name",
            "data-source-jndi",
            "driver-class-name",
            "credentials-provider-class-name",
            "exception-override-class-name",
            "health-check-registry",
            "metric-registry");

    private PoolOptions() {}

    /** Lists the options of the driver that are configured beside the address, under the names that they are written with. */
    static Map<String, String> listOfDriver(Environment environment) {
        return Binder.get(environment)
                .bind(PREFIX + ".data-source-properties", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
    }

    /**
     * Requires that the pool connects as the rest of the program does.
     *
     * @throws AttentionException when it is told another address, a class, or the name of an object
     */
    static void requireAddressAlone(Environment environment) {
        REFUSED.stream()
                .map(name -> PREFIX + "." + name)
                .filter(key -> Binder.get(environment).bind(key, String.class).isBound())
                .findFirst()
                .ifPresent(key -> {
                    throw new AttentionException(
                            key + " is refused, because not all connections are the pool's; remove it and set"
                                    + " SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD");
                });
    }
}
