package io.allegiance.settings.source;

import io.allegiance.failure.UnreadableConfigurationException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;
import org.springframework.util.ResourceUtils;

/**
 * Requires that nobody else can change the other files that the configuration names: those of a folder with a value in each, and the
 * one that says how to log. Before anything is done with what they say.
 */
public final class NamedFiles implements EnvironmentPostProcessor, Ordered {

    private static final String LOGGING = "logging.config";

    /** After Spring Boot has read the files, and before it sets up the log. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof ConfigTreePropertySource tree) {
                requireTrusted(tree);
            }
        }
        String logging = environment.getProperty(LOGGING, "");
        if (!logging.isBlank()) {
            requireTrustedLogging(logging.strip());
        }
    }

    private static void requireTrusted(ConfigTreePropertySource tree) {
        for (String name : tree.getPropertyNames()) {
            Origin origin = tree.getOrigin(name);
            Resource file = origin instanceof TextResourceOrigin text ? text.getResource() : null;
            if (file != null) {
                ConfigurationFiles.requireTrusted(file);
            }
        }
    }

    private static void requireTrustedLogging(String location) {
        try {
            URL place = ResourceUtils.getURL(location);
            if (ResourceUtils.isFileURL(place)) {
                Path file = ResourceUtils.getFile(place).toPath();
                ConfigurationFiles.requireTrusted(file, "the file " + file + " of " + LOGGING);
            } else if (!location.startsWith(ResourceUtils.CLASSPATH_URL_PREFIX)) {
                throw new UnreadableConfigurationException(
                        LOGGING + " is refused: it names no file of this machine; copy it to one and name that", null);
            }
        } catch (FileNotFoundException e) {
            throw new UnreadableConfigurationException(
                    LOGGING + " names " + location + ", which is not there; correct it", e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
