package io.allegiance.settings.source;

import io.allegiance.failure.AttentionException;
import io.allegiance.failure.UnreadableConfigurationException;
import io.allegiance.platform.HomeFolder;
import io.allegiance.platform.yaml.BoundedYaml;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads configuration files as Spring Boot does, and says of one that cannot be read which it is, and where and why. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class YamlFileLoader implements PropertySourceLoader {

    private static final Set<String> KEYS_OF_HOME = Set.of("allegiance.zone", "allegiance.reporting-currency");

    private final PropertySourceLoader yaml = new YamlPropertySourceLoader();

    @Override
    public String[] getFileExtensions() {
        return yaml.getFileExtensions();
    }

    @Override
    public List<PropertySource<?>> load(String name, Resource resource) {
        ConfigurationFiles.requireTrusted(resource);
        try {
            requireBounded(resource);
            return requireFewKeys(resource, yaml.load(name, resource));
        } catch (AttentionException e) {
            throw new UnreadableConfigurationException("the configuration file " + e.getMessage(), e);
        } catch (DuplicateKeyException e) {
            throw refuse(resource, e.getProblemMark(), keyOf(e) + " twice", e);
        } catch (MarkedYAMLException e) {
            throw refuse(resource, e.getProblemMark(), "is not YAML: " + e.getProblem(), e);
        } catch (YAMLException e) {
            throw refuse(resource, null, "is not YAML: " + firstLineOf(e), e);
        } catch (IOException | IllegalStateException e) {
            throw refuse(resource, null, "cannot be read; check the rights of the file", e);
        }
    }

    /* A home may be in a folder where somebody else put it. */
    private static List<PropertySource<?>> requireFewKeys(Resource resource, List<PropertySource<?>> sources) {
        if (HomeFolder.ZONE_AND_CURRENCY.equals(resource.getFilename())) {
            sources.stream()
                    .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
                    .filter(key -> !KEYS_OF_HOME.contains(key))
                    .findFirst()
                    .ifPresent(key -> {
                        throw new UnreadableConfigurationException(
                                "the configuration file " + ValueOrigin.fileOf(resource) + " has the key " + key
                                        + ", and may have zone and currency alone; put the key into a file of jobs",
                                null);
                    });
        }
        return sources;
    }

    /* Spring Boot's reader follows any number of anchors within anchors. */
    private static void requireBounded(Resource resource) throws IOException {
        try (InputStream in = resource.getInputStream()) {
            new BoundedYaml(ValueOrigin.fileOf(resource)).requireBounded(in.readNBytes(BoundedYaml.MOST_BYTES + 1));
        }
    }

    private static UnreadableConfigurationException refuse(
            Resource resource, @Nullable Mark mark, String why, Exception cause) {
        String line = mark == null ? "" : " (line " + (mark.getLine() + 1) + ")";
        String mend = why.contains("; ") ? "" : "; correct the file";
        return new UnreadableConfigurationException(
                "the configuration file " + ValueOrigin.fileOf(resource) + " " + why + line + mend, cause);
    }

    private static String keyOf(DuplicateKeyException e) {
        return e.getProblem().replace("found duplicate key", "has the key");
    }

    private static String firstLineOf(YAMLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
