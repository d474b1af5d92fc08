package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.testing.Commands;
import io.allegiance.testing.SharedData;
import io.allegiance.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A Christmas shop is shut for most of the year. Weeks before it opens it asks who will come. */
@Tag("story")
class A30_AShopOfOneSeasonTest {

    private static final String DATE = "2025-10-31";

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    @Test
    void theSeasonToComeIsExpected() {
        Commands commands = Commands.on(SCHEMA, folder.resolve("home"));
        commands.succeed("import", linesUpToTheDate().toString());
        commands.succeed("train", "--as-of", DATE);
        commands.succeed(
                "nightly", "--date", DATE, "--confirm-empty", "--by", "anna", "--reason", "the shop opens in November");

        Map<String, Object> published = JdbcClient.create(SCHEMA.dataSource())
                .sql("SELECT (SELECT AVG(churn_probability) FROM current_customer_score) AS mean, p.*"
                        + " FROM score_publication p ORDER BY publication DESC LIMIT 1")
                .query()
                .singleRow();
        double mean = ((BigDecimal) published.get("mean")).doubleValue();
        assertThat(mean).isCloseTo(0.39, within(0.1));
        assertThat(((BigDecimal) published.get("mean_churn_low")).doubleValue()).isLessThan(0.39);
        assertThat(((BigDecimal) published.get("mean_churn_high")).doubleValue())
                .isGreaterThan(0.39);
    }

    private static Path linesUpToTheDate() {
        Path part = folder.resolve("shop.csv");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                SharedData.unpacked(SharedData.casePath("08-christmas-shop/shop.csv.gz")), StandardCharsets.UTF_8))) {
            String header = reader.readLine();
            assertThat(header).isEqualTo("transaction_id,customer_id,occurred_at,amount");
            List<String> lines = reader.lines()
                    .filter(line -> line.split(",")[2].substring(0, 10).compareTo(DATE) <= 0)
                    .toList();
            Files.writeString(part, header + "\n" + String.join("\n", lines) + "\n");
            return part;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
