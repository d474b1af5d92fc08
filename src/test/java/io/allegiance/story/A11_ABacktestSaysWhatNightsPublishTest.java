package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.SharedData;
import io.allegiance.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody asks of a file how good the scores would have been. What is judged are the very scores that a night publishes. */
@Tag("story")
class A11_ABacktestSaysWhatNightsPublishTest {

    private static final String FILE = "grocery_elog.csv.gz";
    private static final String DATE = "2007-10-01";

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    @Test
    void everyCustomerHasTheSameFiguresToTheLastDigit() throws IOException {
        Commands commands = Commands.on(SCHEMA, folder.resolve("home"));

        // Given a shop that knows of its trade up to a date, a model of it, and the night of that date
        commands.succeed("import", linesUpToTheDate().toString());
        commands.succeed("train", "--as-of", DATE);
        Published published = Published.of(commands.succeed("nightly", "--date", DATE));
        Path export = folder.resolve("scores.csv");
        commands.succeed("scores", "--export", export.toString());

        // When the whole file, which goes on for three months, is backtested at that date
        Path predictions = folder.resolve("predictions.csv");
        commands.succeed(
                "backtest",
                SharedData.path(FILE).toString(),
                "--cutoff",
                DATE,
                "--predictions",
                predictions.toString());

        // Then it predicts of each customer what was published
        assertThat(rows(predictions, "customer_id", "churn_probability", "expected_purchases"))
                .isEqualTo(rows(export, "customer_id", "churn_probability", "expected_purchases"))
                .hasSize(published.customers())
                .doesNotContain("")
                .hasSizeGreaterThan(1_500);
    }

    private static Path linesUpToTheDate() throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(SharedData.open(FILE), StandardCharsets.UTF_8))) {
            String header = reader.readLine();
            assertThat(header).startsWith("customer_id,transaction_ts,");
            List<String> kept = reader.lines()
                    .filter(line -> line.split(",", 3)[1].substring(0, 10).compareTo(DATE) <= 0)
                    .toList();
            Path file = Files.writeString(folder.resolve("known.csv"), header + "\n");
            return Files.write(file, kept, StandardOpenOption.APPEND);
        }
    }

    /** Some columns of a CSV file without quotes, as text. */
    private static List<String> rows(Path file, String... columns) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> names = List.of(lines.get(0).split(","));
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    return String.join(
                            " ",
                            List.of(columns).stream()
                                    .map(name -> cells[names.indexOf(name)])
                                    .toList());
                })
                .toList();
    }
}
