package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.SharedData;
import io.allegiance.testing.TestDatabase;
import io.allegiance.testing.VendorExports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop's export goes in as it is, and scores as the same trade in our own format does. */
@Tag("story")
class A31_ExportsOfVendorsTest {

    private static final String LINES =
            "SELECT CONCAT_WS('|', transaction_id, line_key, customer_id, occurred_at, type, amount,"
                    + " currency, quantity, discount, category, product, store, channel, HEX(content_hash)) FROM transaction_line"
                    + " ORDER BY transaction_id, line_key";

    @AutoClose
    private final TestDatabase.Schema exports = TestDatabase.freshSchema().migrate();

    @AutoClose
    private final TestDatabase.Schema own = TestDatabase.freshSchema().migrate();

    @TempDir
    private Path folder;

    @Test
    void exportsOfVendorsScoreAsTheSameTradeInOurOwnFormat() throws IOException {
        // Given a year of trade in the columns of each shipped format, and the same in our own format
        Commands vendors = commands(exports, "exports");
        Commands ours = commands(own, "own");
        Path rates = Files.writeString(folder.resolve("fx.csv"), rates());

        // When both land, a model is trained and a night runs
        for (VendorExports.Export export : VendorExports.all()) {
            Path file = Files.writeString(folder.resolve(export.format() + ".csv"), export.export());
            Path same = Files.writeString(folder.resolve(export.format() + "-own.csv"), export.own());
            assertThat(vendors.succeed("import", file.toString()))
                    .startsWith("format " + export.format() + " (")
                    .contains("left out ");
            assertThat(ours.succeed("import", same.toString())).startsWith("lines read ");
        }
        Published published = night(vendors, rates);
        Published expected = night(ours, rates);

        // Then lines, keys and digests are equal
        assertThat(lines(exports)).isEqualTo(lines(own));
        assertThat(published).isEqualTo(expected);
        assertThat(published.customers()).isGreaterThan(150);

        // And it is on record what each file was taken for
        assertThat(
                        texts(
                                exports,
                                "SELECT CONCAT_WS(' ', format, rows_read > lines_read - 200, left_out > 0,"
                                        + " CHAR_LENGTH(format_hash)) FROM import_file WHERE kind = 'transaction' ORDER BY import_id"))
                .hasSize(VendorExports.all().size())
                .allSatisfy(line -> assertThat(line).endsWith(" 1 1 16"));
        assertThat(texts(own, "SELECT DISTINCT CONCAT_WS(' ', format, left_out, format_hash) FROM import_file"))
                .containsExactly("own 0");
    }

    @Test
    void arealExportLandsOnceAndItsRejectedLinesWait() throws IOException {
        Commands commands = commands(exports, "real").with("allegiance.reporting-currency", "USD");
        String file = SharedData.casePath("18-shopify-export/orders_export.csv").toString();
        assertThat(commands.succeed("import", file))
                .contains("left out 3: cancelled", "lines read 25 = landed 25 + already landed 0 + rejected 0");
        assertThat(commands.succeed("import", file)).contains("landed 0 + already landed 25");

        // A row whose sale and refund both have an unreadable date is two rejected lines of one number, which replay
        // tries
        Path odd = folder.resolve("odd.csv");
        Files.writeString(
                odd,
                "id,Amount,Amount Refunded,Currency,Status,Created (UTC),Customer Email\n"
                        + "ch_1,10.00,4.00,usd,Paid,2022-02-01 10:00:00,a@x.com\n"
                        + "ch_2,10.00,4.00,usd,Paid,1/2/2022,a@x.com\n");
        Commands.Result result = commands.run("import", odd.toString()).endedWith(3);
        assertThat(result.stdout()).contains("lines read 4 = landed 2 + already landed 0 + rejected 2");
        assertThat(texts(
                        exports,
                        "SELECT CONCAT_WS(' ', line_number, part, reason, detail) FROM import_rejection ORDER BY part"))
                .containsExactly(
                        "3 0 BAD_TIME occurred_at (the first that is not blank of column 'Created date (UTC)', column"
                                + " 'Created (UTC)') is no date or time",
                        "3 2 BAD_TIME occurred_at (the first that is not blank of column 'Created date (UTC)', column"
                                + " 'Created (UTC)') is no date or time");
        assertThat(commands.run("replay").stdout()).contains("2");

        // The pattern mends it
        commands.run("import", "--date-pattern", "d/M/yyyy", odd.toString()).endedWith(0);
        assertThat(texts(exports, "SELECT COUNT(*) FROM import_rejection WHERE closed_at IS NULL"))
                .containsExactly("0");
    }

    @Test
    void whatCannotBeTakenIsSaidInOneSentence() throws IOException {
        Commands commands = commands(exports, "odd");
        Path file = Files.writeString(folder.resolve("till.csv"), "Card,Day,Sum\nC1,03.04.2025,\"5,50\"\n");
        commands.run("import", "--map", "customer_id=Cart", "--map", "occurred_at=Day", file.toString())
                .refusedWith(64, "has no column 'Cart'; did you mean 'Card'?");
        commands.run("import", "--kind", "fx", "--format", "own", file.toString())
                .refusedWith(64, "Formats are for files of transactions");
        commands.run("import", "--format", "shopify", file.toString()).refusedWith(64, "There is no format 'shopify'");
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "colums: {}\n");
        commands.run("import", "--format", broken.toString(), file.toString())
                .refusedWith(21, "broken.yaml, line 1: a format has no 'colums'; did you mean 'columns'?");
        Commands withFolder =
                commands.with("allegiance.jobs", folder.resolve("jobs").toString());
        assertThat(withFolder.succeed(
                        "import",
                        "--map",
                        "customer_id=Card",
                        "--map",
                        "occurred_at=Day",
                        "--map",
                        "amount=Sum",
                        "--date-pattern",
                        "dd.MM.yyyy",
                        "--decimal-mark",
                        ",",
                        "--save-format",
                        "my-till",
                        file.toString()))
                .contains("landed 1");
        assertThat(withFolder.succeed("import", file.toString()))
                .startsWith("format my-till (")
                .contains("already landed 1");
        withFolder
                .run("import", "--save-format", "my-till", file.toString())
                .refusedWith(64, "There is a format 'my-till' already");
    }

    private Commands commands(TestDatabase.Schema schema, String home) {
        return Commands.on(schema, folder.resolve(home)).with("allegiance.zone", "Europe/Berlin");
    }

    private static Published night(Commands commands, Path rates) {
        commands.succeed("import", "--kind", "fx", rates.toString());
        commands.succeed("train", "--as-of", "2025-05-30");
        return Published.of(commands.succeed("nightly", "--date", "2025-05-30"));
    }

    private static String rates() {
        StringBuilder rates = new StringBuilder("currency,rate_date,rate\n");
        java.time.LocalDate.of(2024, 5, 28)
                .datesUntil(java.time.LocalDate.of(2025, 6, 5))
                .forEach(day -> rates.append("USD,").append(day).append(",0.9\n"));
        return rates.toString();
    }

    private static List<String> lines(TestDatabase.Schema schema) {
        return texts(schema, LINES);
    }

    private static List<String> texts(TestDatabase.Schema schema, String sql) {
        return new ArrayList<>(JdbcClient.create(schema.dataSource())
                .sql(sql)
                .query(String.class)
                .list());
    }
}
