package io.allegiance.intake.format.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class FormatFolderTest {

    @TempDir
    private Path jobs;

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void shippedFormatsTakeNoKeyFromTheEnvironment() {
        environment.setProperty("allegiance.jobs", jobs.toString());
        assertThat(FormatFolder.listKeyVariables(environment)).isEmpty();
    }

    @Test
    void variablesThatFormatsNameAreListed() throws IOException {
        environment.setProperty("allegiance.jobs", jobs.toString());
        Files.createDirectory(jobs.resolve("formats"));
        Files.writeString(jobs.resolve("formats/my-till.yaml"), """
                header: [Who, When]
                columns:
                  customer_id: {column: Who, hash_key: ALLEGIANCE_CUSTOMER_KEY}
                  occurred_at: When
                """);
        assertThat(FormatFolder.listKeyVariables(environment)).containsExactly("ALLEGIANCE_CUSTOMER_KEY");
    }
}
