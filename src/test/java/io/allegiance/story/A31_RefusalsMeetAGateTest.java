package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.SharedData;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an import refuses reaches a gate: a file of which nothing can be used is refused as a whole and leaves no trace, lines
 * that were refused count for the night of their day, and an order that comes otherwise is not counted twice.
 */
@Tag("story")
class A31_RefusalsMeetAGateTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 9, 1);
    private static final LocalDate DATE = LocalDate.of(2025, 12, 1);
    private static final LocalDate NEXT = DATE.plusDays(1);

    /** Half of the dates cannot be read; the tests of the shared case use its own file. */
    private static final List<String> HALF = List.of(
            "transaction_id,line_key,customer_id,occurred_at,amount,type",
            "Q0,1,K0001,2025-12-02,35.00,PURCHASE",
            "Q1,1,K0002,02.12.2025,35.00,PURCHASE",
            "Q2,1,K0003,2025-12-02,35.00,PURCHASE",
            "Q3,1,K0004,2. Dez 2025,35.00,PURCHASE",
            "Q4,1,K0005,2025-12-02,35.00,PURCHASE",
            "Q5,1,K0006,02/12/2025,35.00,PURCHASE",
            "Q6,1,K0007,2025-12-02,35.00,PURCHASE",
            "Q7,1,K0008,12-2-2025,35.00,PURCHASE");

    @TempDir
    private static Path folder;

    private static Path file(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }

    @Test
    void aNightFailsForLinesThatAnImportRefusedOfItsDay() throws IOException {
        try (TestDatabase.Schema schema = TestDatabase.freshSchema().migrate()) {
            Commands commands = Commands.on(schema, folder.resolve("half"));
            new Shop(300, FIRST_DAY, DATE, folder).land(commands, FIRST_DAY, DATE);
            requireHeldForRefusedLines(commands, file("day.csv", HALF));
        }
    }

    @Test
    void theSharedDayOfWhichHalfWasRefusedFails() throws IOException {
        Path shop = SharedData.casePath("05-serial-returner/shop.csv.gz");
        Path day = SharedData.casePath("03-import-rejects-not-gated/day-2025-12-02.csv");
        try (TestDatabase.Schema schema = TestDatabase.freshSchema().migrate()) {
            Commands commands = Commands.on(schema, folder.resolve("shared-half"));
            commands.succeed("import", shop.toString());
            requireHeldForRefusedLines(commands, day);
        }
    }

    private static void requireHeldForRefusedLines(Commands commands, Path day) {
        commands.succeed("train", "--as-of", DATE.minusDays(1).toString());
        Commands usual =
                commands.with("allegiance.nightly.gate.smallest-day", 0).with("allegiance.nightly.gate.steady-day", 0);
        commands.run("import", day.toString()).endedWith(3);

        usual.run("nightly", "--date", NEXT.toString())
                .refusedWith(21, "4 of the 8 lines of " + NEXT + " were rejected, 50.00 %");

        String status = usual.succeed("status", "--date", NEXT.toString());
        assertThat(status).contains("4 of ").doesNotContain("0 of ");
        String id = firstId(usual.succeed("rejects"));
        usual.run("rejects", "--close", id).refusedWith(64, "--close needs --by NAME and --reason TEXT");
        usual.run("rejects", "--close", "999", "--by", "ann", "--reason", "test lines")
                .refusedWith(64, "no line 999 waits");
        usual.run("rejects", "--close", "x", "--by", "ann", "--reason", "test lines")
                .refusedWith(64, "expected IMPORT:LINE or IMPORT");
        assertThat(usual.succeed("rejects", "--close", id, "--by", "ann", "--reason", "test lines"))
                .contains("1 line waits no more");
        assertThat(usual.succeed("decisions")).contains("CLOSE     refused " + id + " (1 line) by ann: test lines");
        usual.run("nightly", "--date", NEXT.toString()).refusedWith(21, "3 of the 7 lines of " + NEXT);
        assertThat(usual.succeed(
                        "rejects",
                        "--close",
                        id.substring(0, id.indexOf(':')),
                        "--by",
                        "ann",
                        "--reason",
                        "test lines"))
                .contains("3 lines wait no more");
        assertThat(usual.succeed("rejects")).isEqualToIgnoringNewLines("no line waits");
        usual.run("nightly", "--date", NEXT.toString()).endedWith(0);
    }

    private static String firstId(String rejects) {
        Matcher id = Pattern.compile("(\\d+:\\d+)  ").matcher(rejects);
        assertThat(id.find()).as(rejects).isTrue();
        return id.group(1);
    }

    @Test
    void aFileOfWhichNothingCanBeUsedFixesNothing() throws IOException {
        List<String> unreadable = List.of(
                "transaction_id,customer_id,occurred_at,amount,Category,Quantity,Discount",
                "CA-2016-152156,k00,11/8/2016,261.96,Furniture,2,0",
                "CA-2016-138688,k01,6/12/2016,14.62,Office Supplies,2,0");
        requireNothingSticks(
                file("unreadable.csv", unreadable),
                "each of its 2 lines is refused, 2 for BAD_TIME, the first in line 2");
        List<String> noColumns =
                List.of("Name,Email,Created at,Total", "#1,a@example.com,2025-01-01 10:00:00 -0500,5.00");
        requireNothingSticks(file("no-columns.csv", noColumns), "customer_id");
    }

    @Test
    void sharedFilesOfWhichNothingCanBeUsedFixNothing() {
        requireNothingSticks(
                SharedData.casePath("17-every-line-refused/orders.csv"), "each of its 40 lines is refused");
        requireNothingSticks(SharedData.casePath("15-failed-import-fixes-zone/shopify_like.csv"), "");
    }

    /** Another zone and currency are free to choose after it, and no more once a line has landed. */
    private static void requireNothingSticks(Path bad, String words) {
        try (TestDatabase.Schema schema = TestDatabase.freshSchema().migrate()) {
            Commands commands = Commands.on(schema, folder.resolve(schema.name()));
            Commands abroad =
                    commands.with("allegiance.zone", "America/Chicago").with("allegiance.reporting-currency", "USD");

            commands.run("import", bad.toString()).refusedWith(64, words);
            commands.run("train").endedWith(64);
            assertThat(commands.succeed("rejects")).isEqualToIgnoringNewLines("no line waits");

            Path good = Files.write(
                    folder.resolve("good.csv"),
                    List.of("customer_id,occurred_at,amount", "a,2025-01-01 10:00:00-05:00,5"));
            abroad.succeed("import", good.toString());
            commands.run("import", good.toString()).refusedWith(21, "all that is stored was made with America/Chicago");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anOrderThatWasEditedIsRefusedOrReplacedAndNeverCountedTwice() throws IOException {
        List<String> monday = List.of(
                "transaction_id,customer_id,occurred_at,amount,product",
                "#5001,c1,2025-12-06 10:00:00,100.00,SHIRT",
                "#5001,c1,2025-12-06 10:00:00,50.00,BELT",
                "#5002,c2,2025-12-06 11:00:00,80.00,SHIRT");
        List<String> tuesday = List.of(
                "transaction_id,customer_id,occurred_at,amount,product",
                "#5001,c1,2025-12-06 10:00:00,90.00,SHIRT",
                "#5001,c1,2025-12-06 10:00:00,50.00,BELT",
                "#5002,c2,2025-12-06 11:00:00,80.00,SHIRT",
                "#5003,c3,2025-12-06 12:00:00,30.00,BELT");
        requireOneVersion(file("monday.csv", monday), file("tuesday.csv", tuesday));
    }

    @Test
    void sharedExportsThatOverlapAreNeverCountedTwice() {
        for (String kind : List.of("export", "noid")) {
            requireOneVersion(
                    SharedData.casePath("04-overlapping-export/" + kind + "_monday.csv"),
                    SharedData.casePath("04-overlapping-export/" + kind + "_tuesday.csv"));
        }
    }

    private static void requireOneVersion(Path monday, Path tuesday) {
        try (TestDatabase.Schema schema = TestDatabase.freshSchema().migrate()) {
            Commands commands = Commands.on(schema, folder.resolve(schema.name()));
            LandedLines lines = LandedLines.of(schema);
            commands.succeed("import", monday.toString());

            assertThat(commands.run("import", tuesday.toString()).endedWith(3).stdout())
                    .contains("landed 1 + already landed 2 + rejected 1", "CONFLICTING_CONTENT", "--replace");
            assertThat(lines.list())
                    .contains("c1 2025-12-06 100.0000", "c1 2025-12-06 50.0000")
                    .hasSize(4);

            assertThat(commands.succeed("import", "--replace", tuesday.toString()))
                    .contains("1 line that was rejected before waits no more");
            assertThat(lines.list())
                    .contains("c1 2025-12-06 90.0000", "c1 2025-12-06 50.0000")
                    .hasSize(4);
        }
    }

    @Test
    void theSharedCorrectedFileLeavesNothingWaiting() {
        try (TestDatabase.Schema schema = TestDatabase.freshSchema().migrate()) {
            Commands commands = Commands.on(schema, folder.resolve("corrected"));
            commands.run(
                            "import",
                            SharedData.casePath("12-corrected-file-still-waits/first/pos.csv")
                                    .toString())
                    .endedWith(3);
            commands.succeed(
                    "import",
                    SharedData.casePath("12-corrected-file-still-waits/corrected/pos.csv")
                            .toString());
            assertThat(commands.succeed("rejects")).isEqualToIgnoringNewLines("no line waits");
        }
    }
}
