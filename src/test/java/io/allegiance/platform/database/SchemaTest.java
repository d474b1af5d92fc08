package io.allegiance.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SchemaTest {

    /** A version of Spring Batch that changes its tables must come with a migration. */
    @Test
    void theTablesOfSpringBatchAreThoseThatItShips() throws IOException {
        assertThat(statements("/sql/migration/V006__batch.sql"))
                .isEqualTo(statements("/org/springframework/batch/core/schema-mysql.sql"));
    }

    private static String statements(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(SchemaTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)--.*$", "")
                    .replaceAll("\\s+", " ")
                    .replaceAll(" ?([(),;=]) ?", "$1")
                    .toUpperCase(Locale.ROOT)
                    .strip();
        }
    }
}
