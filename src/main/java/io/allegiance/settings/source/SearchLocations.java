package io.allegiance.settings.source;

import io.allegiance.platform.ProgramFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Where the configuration is looked for. Spring Boot also reads {@code application.yaml} and {@code application.properties} of the
 * working directory and of {@code config} in it, which may be a folder that others fill. This program reads what is in its jar, the job
 * files beside it, and what it is told to read.
 */
public final class SearchLocations implements EnvironmentPostProcessor, Ordered {

    /** What a command says of {@code --config} to the program that it starts: a location as Spring Boot has it. */
    public static final String TOLD = "allegiance.told-location";

    /** The key that would replace the files in the jar. */
    static final String REPLACING = "spring.config.location";

    static final String NAME = "allegianceSearchLocations";

    private static final String ADDITIONAL = "spring.config.additional-location";
    private static final String IN_JAR = "classpath:/application.yaml";

    /** Before Spring Boot reads the files. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> locations = new LinkedHashMap<>(Map.of(REPLACING, IN_JAR));
        String told = environment.getProperty(TOLD, "");
        if (!told.isBlank()) {
            // Of two files the later one holds.
            locations.put(
                    ADDITIONAL,
                    Stream.of(environment.getProperty(ADDITIONAL, ""), told)
                            .filter(location -> !location.isBlank())
                            .collect(Collectors.joining(",")));
        }
        environment.getPropertySources().addFirst(new MapPropertySource(NAME, locations));
        DefaultPropertiesPropertySource.addOrMerge(
                Map.of("allegiance.jobs", ProgramFile.jobs().toString()), environment.getPropertySources());
    }
}
