package io.allegiance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildIdTest {

    @TempDir
    private Path folder;

    private Path classes(String name, String content) throws IOException {
        Path root = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(root.resolve("a"));
        Files.writeString(root.resolve("a/One.class"), content);
        return root;
    }

    private Path jar(Path classes) {
        Path jar = folder.resolve(classes.getFileName() + ".jar");
        ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "-c", "-f", jar.toString(), "-C", classes.toString(), ".");
        return jar;
    }

    @Test
    void theSameContentIsTheSameBuildWhereverAndWheneverItWasBuilt() throws IOException {
        Path one = classes("one", "same");
        Path other = classes("other", "same");
        Files.setLastModifiedTime(other.resolve("a/One.class"), FileTime.fromMillis(1));
        assertThat(BuildId.of(one)).hasSize(32).isEqualTo(BuildId.of(other)).isEqualTo(BuildId.of(jar(one)));
    }

    @Test
    void otherContentIsAnotherBuildOfTheSameVersion() throws IOException {
        assertThat(BuildId.of(classes("one", "this"))).isNotEqualTo(BuildId.of(classes("other", "that")));
    }

    @Test
    void theFileOfALocationIsFound() {
        assertThat(BuildId.pathOf("file:/opt/a%20b/allegiance.jar")).isEqualTo(Path.of("/opt/a b/allegiance.jar"));
        assertThat(BuildId.pathOf("jar:nested:/opt/allegiance/allegiance.jar/!BOOT-INF/classes/!/"))
                .isEqualTo(Path.of("/opt/allegiance/allegiance.jar"));
        assertThat(BuildId.ofThisProcess()).hasSize(32);
    }
}
