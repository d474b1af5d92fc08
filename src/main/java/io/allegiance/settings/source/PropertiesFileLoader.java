package io.allegiance.settings.source;

import io.allegiance.failure.UnreadableConfigurationException;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;

/** Reads files of {@code key=value} lines as Spring Boot does, where nobody else can change them. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PropertiesFileLoader implements PropertySourceLoader {

    private final PropertySourceLoader properties = new PropertiesPropertySourceLoader();

    @Override
    public String[] getFileExtensions() {
        return properties.getFileExtensions();
    }

    @Override
    public List<PropertySource<?>> load(String name, Resource resource) {
        ConfigurationFiles.requireTrusted(resource);
        try {
            return properties.load(name, resource);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new UnreadableConfigurationException(
                    "the configuration file " + ValueOrigin.fileOf(resource)
                            + " cannot be read; it needs lines of key=value, and rights for this user",
                    e);
        }
    }
}
