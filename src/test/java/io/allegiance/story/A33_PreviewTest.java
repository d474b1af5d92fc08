package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody has an export of a kind that nobody told them about, and asks what it would be taken for. Nothing is started. */
@Tag("story")
class A33_PreviewTest {

    @TempDir
    private Path folder;

    @Test
    void previewSaysWhatTheFileIsAndWhatToType() throws IOException {
        Path file = write(
                "till export.csv",
                "Customer;Date;Total",
                "C1;2025-04-30;12,50",
                "C2;30/04/2025;7,00",
                ";2025-05-01;3,00");

        Commands.Result result = commands()
                .run(
                        "import",
                        "--preview",
                        file.toString(),
                        "--map",
                        "customer_id=Customer",
                        "--map",
                        "occurred_at=Date",
                        "--map",
                        "amount=Total",
                        "--decimal-mark",
                        ",")
                .endedWith(0);

        assertThat(result.stdout())
                .contains("till export.csv: a text in UTF-8, parted by semicolons")
                .contains("  customer_id: column 'Customer'", "  amount: column 'Total'")
                .containsPattern("C1 +2025-04-30 00:00 +PURCHASE +12.5000 EUR")
                .contains("2 lines can be used, 1 would be refused")
                .contains("2025-04-30 to 2025-05-01, 1 customer, 1 anonymous line, in EUR (purchases 15.50)")
                .contains("would be refused 1 BAD_TIME", "  such as line 3: '30/04/2025'")
                .contains("to decide: dates such as 30/04/2025 need a pattern: add --date-pattern 'd/M/yyyy'")
                .contains("jobs/allegiance import '" + file + "' --map customer_id=Customer");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void fileOfWhichNothingCanBeUsedEndsWith64() throws IOException {
        Path file = write("orders.csv", "customer_id,occurred_at", "C1,11/8/2016", "C1,11/28/2016");

        Commands.Result result =
                commands().run("import", "--preview", file.toString()).endedWith(64);

        assertThat(result.stdout()).contains("add --date-pattern 'M/d/yyyy'");
        assertThat(result.stderr()).contains("an import would land nothing");
        commands().run("import", "--preview", "--kind", "fx", file.toString()).endedWith(64);
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void everyDoubtOfALineIsToldAtOnce() throws IOException {
        Path file = write("orders.csv", "customer_id;occurred_at;amount", "C1;30.04.2025;12,50");

        assertThat(commands()
                        .run("import", "--preview", file.toString())
                        .endedWith(64)
                        .stdout())
                .contains("add --date-pattern 'd.M.yyyy'", "add --decimal-mark ,");
    }

    @Test
    void columnWithTwoSourcesIsRefused() throws IOException {
        Path file = write("orders.csv", "Customer,Date", "C1,2025-04-30");

        assertThat(commands()
                        .run(
                                "import",
                                "--preview",
                                file.toString(),
                                "--map",
                                "customer_id=Customer",
                                "--map",
                                "customer_id=Date")
                        .endedWith(64)
                        .stderr())
                .contains("--map gives customer_id two sources, Customer and Date");
    }

    private Commands commands() {
        return Commands.onEmbedded(folder.resolve("home"));
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }
}
