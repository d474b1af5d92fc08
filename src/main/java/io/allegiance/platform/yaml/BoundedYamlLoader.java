package io.allegiance.platform.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.error.YAMLException;

/** Spring Boot's reader of configuration files, which by itself follows any number of anchors; named in {@code spring.factories}. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class BoundedYamlLoader extends YamlPropertySourceLoader {

    @Override
    public List<PropertySource<?>> load(String name, Resource resource) throws IOException {
        requireBounded(resource);
        return super.load(name, resource);
    }

    /** What is no YAML at all is left to Spring Boot, which says where. */
    private static void requireBounded(Resource resource) throws IOException {
        try (InputStream in = resource.getInputStream()) {
            new BoundedYaml(nameOf(resource)).requireBounded(in.readNBytes(BoundedYaml.MOST_BYTES + 1));
        } catch (YAMLException e) {
            return;
        }
    }

    private static String nameOf(Resource resource) throws IOException {
        return resource.isFile() ? resource.getFile().getPath() : String.valueOf(resource.getFilename());
    }
}
