package io.allegiance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import io.allegiance.architecture.ProgramClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.io.FileSystemResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A key that is not listed is refused, so every key that some code reads must be. */
class ProgramSettingsTest {

    private static final Pattern READ_BY_NAME =
            Pattern.compile("(?:\\$\\{|getProperty\\(\"|getRequiredProperty\\(\")(allegiance\\.[a-z.-]+)");

    @Test
    void allSettingsAreListed() {
        Class<?>[] listed = ProgramSettings.class
                .getAnnotation(EnableConfigurationProperties.class)
                .value();
        assertThat(ProgramClasses.load().stream()
                        .filter(each -> each.isAnnotatedWith(ConfigurationProperties.class))
                        .map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(listed).map(Class::getName).toList());
    }

    @Test
    void whatCodeAndFilesReadByNameIsAKey() throws IOException {
        Set<String> read = new TreeSet<>();
        List<Path> sources = new ArrayList<>(List.of(Path.of("src/main/resources/application.yaml")));
        for (String folder : List.of("src/main/java", "src/bench/java")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        for (Path source : sources) {
            READ_BY_NAME.matcher(Files.readString(source)).results().forEach(found -> read.add(found.group(1)));
        }
        assertThat(read).contains("allegiance.partitions", "allegiance.jobs");
        assertThat(ProgramSettings.keys().names()).containsAll(read);
    }

    @Test
    void whatTheJobFilesHaveIsAKey() throws IOException {
        List<String> keys = ProgramSettings.keys().names();
        for (String file : List.of("nightly", "train", "maintain", "watch")) {
            YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
            yaml.setResources(new FileSystemResource("jobs/" + file + ".yaml"));
            assertThat(yaml.getObject().keySet())
                    .isNotEmpty()
                    .allMatch(name -> keys.stream()
                            .anyMatch(key -> name.equals(key) || name.toString().startsWith(key + ".")));
        }
    }

    /** What editors complete and explain is what the program reads; made by the build's annotation processor alone. */
    @Test
    void theKeysAreThoseOfTheMetadata() throws IOException {
        Path metadata = Path.of("target/classes/META-INF/spring-configuration-metadata.json");
        assumeTrue(Files.exists(metadata), "compiled without annotation processors");
        Set<String> described = new TreeSet<>();
        for (JsonNode property :
                new JsonMapper().readTree(Files.readString(metadata)).get("properties")) {
            assertThat(property.path("description").asString(""))
                    .as(property.toString())
                    .isNotBlank();
            described.add(ConfigurationPropertyName.of(property.get("name").asString())
                    .toString());
        }
        assertThat(ProgramSettings.keys().names()).containsExactlyElementsOf(described);
    }
}
