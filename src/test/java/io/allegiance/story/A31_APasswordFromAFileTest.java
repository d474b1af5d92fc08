package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The password is in a file that a scheduler hands over, as systemd and Kubernetes do, and in no environment. */
@Tag("story")
class A31_APasswordFromAFileTest {

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    @Test
    void theProgramConnectsWithThePasswordOfTheFile() throws IOException {
        Path credentials = Files.createDirectory(folder.resolve("credentials"));
        Files.writeString(credentials.resolve("spring.datasource.password"), SCHEMA.password() + "\n");
        Commands withoutPassword = Commands.onEmbedded(folder.resolve("home"))
                .with("spring.datasource.url", SCHEMA.jdbcUrl())
                .with("spring.datasource.username", SCHEMA.username());

        assertThat(withoutPassword.run("status").code()).isNotZero();
        withoutPassword
                .with("SPRING_CONFIG_IMPORT", "configtree:" + credentials + "/")
                .run("status")
                .endedWith(0);
    }
}
