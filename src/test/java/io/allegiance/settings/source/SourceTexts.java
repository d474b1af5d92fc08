package io.allegiance.settings.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** Sources of a configuration as the program finds them: variables, a file of the operator, and the files in the jar. */
final class SourceTexts {

    private SourceTexts() {}

    static StandardEnvironment of(Map<String, String> variables, String yaml) {
        StandardEnvironment environment = new StandardEnvironment() {
            @Override
            public Map<String, Object> getSystemEnvironment() {
                return new HashMap<>(variables);
            }
        };
        environment
                .getPropertySources()
                .replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new Variables(variables));
        add(environment, "own", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8), "own.yaml"));
        for (String file : List.of("watch", "maintain", "train", "nightly")) {
            String path = "jobs/" + file + ".yaml";
            add(environment, "class path resource [" + path + "]", new FileSystemResource(path));
        }
        ConfigurationPropertySources.attach(environment);
        return environment;
    }

    private static void add(StandardEnvironment environment, String name, Resource file) {
        try {
            new YamlPropertySourceLoader().load(name, file).forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Spring Boot has them, which knows where a variable comes from. */
    private static final class Variables extends SystemEnvironmentPropertySource implements OriginLookup<String> {

        Variables(Map<String, String> variables) {
            super(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new HashMap<>(variables));
        }

        @Override
        public Origin getOrigin(String name) {
            return new SystemEnvironmentOrigin(name);
        }
    }
}
