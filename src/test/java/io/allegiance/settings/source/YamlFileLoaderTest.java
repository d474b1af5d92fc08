package io.allegiance.settings.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.allegiance.failure.UnreadableConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;

class YamlFileLoaderTest {

    @TempDir
    private Path folder;

    @Test
    void aFileIsReadAsSpringBootReadsIt() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "allegiance: {zone: UTC}\n");
        assertThat(new YamlFileLoader().load("a", new FileSystemResource(file)))
                .singleElement()
                .satisfies(source ->
                        assertThat(source.getProperty("allegiance.zone")).hasToString("UTC"));
    }

    @Test
    void aKeyThatIsThereTwiceIsNamed() throws IOException {
        isRefused("a:\n  b: 1\n  c: 2\n  b: 3\n".getBytes(), "has the key b twice (line 4); correct the file");
    }

    @Test
    void whatIsNoYamlIsNamedWithItsLine() throws IOException {
        isRefused("a:\n  b: [1\n".getBytes(), "is not YAML: expected ',' or ']', but got <stream end> (line 3)");
        isRefused("a: b: c\n".getBytes(), "is not YAML: mapping values are not allowed here (line 1)");
        isRefused(new byte[] {'a', ':', ' ', 0, 1}, "is not YAML: ");
    }

    @Test
    void anchorsAreRefusedWithTheirLine() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "a: &a [1, 2]\nb: [*a, *a]\n");
        assertThatExceptionOfType(UnreadableConfigurationException.class)
                .isThrownBy(() -> new YamlFileLoader().load("a", new FileSystemResource(file)))
                .withMessage("the configuration file " + file
                        + ", line 2: anchors (&, *) are not read; write it out in full");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        assertThatExceptionOfType(UnreadableConfigurationException.class)
                .isThrownBy(() -> new YamlFileLoader().load("a", new FileSystemResource(folder.resolve("none.yaml"))))
                .withMessageContaining("none.yaml cannot be read; check the rights of the file");
    }

    private void isRefused(byte[] bytes, String why) throws IOException {
        Path file = Files.write(folder.resolve("a.yaml"), bytes);
        assertThatExceptionOfType(UnreadableConfigurationException.class)
                .isThrownBy(() -> new YamlFileLoader().load("a", new FileSystemResource(file)))
                .withMessageContaining("the configuration file " + file + " " + why);
    }
}
