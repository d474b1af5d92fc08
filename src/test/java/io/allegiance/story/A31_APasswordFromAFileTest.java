package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.Allegiance;
import io.allegiance.testing.SharedClasses;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
    void theProgramConnectsWithThePasswordOfTheFile() throws IOException, InterruptedException {
        Path credentials = Files.createDirectory(folder.resolve("credentials"));
        Files.writeString(credentials.resolve("spring.datasource.password"), SCHEMA.password() + "\n");

        assertThat(endOfStatus(Map.of())).isEqualTo(21);
        assertThat(endOfStatus(Map.of("SPRING_CONFIG_IMPORT", "configtree:" + credentials + "/")))
                .isZero();
    }

    /** Runs the command as a process, told the rest by its environment as a unit of systemd tells it. */
    private static int endOfStatus(Map<String, String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(SharedClasses.java());
        command.addAll(List.of(Allegiance.class.getName(), "status"));
        ProcessBuilder status = new ProcessBuilder(command).redirectErrorStream(true);
        status.environment().keySet().removeIf(name -> name.startsWith("SPRING_"));
        status.environment().put("ALLEGIANCE_HOME", folder.resolve("home").toString());
        status.environment().put("SPRING_DATASOURCE_URL", SCHEMA.jdbcUrl());
        status.environment().put("SPRING_DATASOURCE_USERNAME", SCHEMA.username());
        status.environment().putAll(more);
        Process process = status.redirectOutput(folder.resolve("said").toFile()).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
