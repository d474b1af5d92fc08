package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines that no rule lets in wait until somebody mends them. A few of them stop nothing; too many fail the night, and readers
 * keep what they have. Once they are mended the scores are those of a feed that was right from the start.
 */
@Tag("embedded")
class A16_RejectedLinesWaitAndAreMendedTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 1);
    private static final LocalDate DATE = LocalDate.of(2025, 9, 1);
    private static final LocalDate NEXT = DATE.plusDays(1);
    private static final LocalDate AFTER = DATE.plusDays(2);
    private static final LocalDate FOUR_WEEKS = NEXT.minusDays(27);

    @AutoClose
    private static final TestDatabase.Schema MENDED = TestDatabase.freshSchema().migrate();

    @AutoClose
    private static final TestDatabase.Schema POISONED =
            TestDatabase.freshSchema().migrate();

    @AutoClose
    private static final TestDatabase.Schema RIGHT = TestDatabase.freshSchema().migrate();

    @AutoClose
    private static final TestDatabase.Schema CLEAN = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private final Shop shop = new Shop(1_500, FIRST_DAY, AFTER, folder);
    private final Readers readers = Readers.of(POISONED);

    @Test
    void fewLinesAreListedAndOnlyTheCustomersConcernedComeOutOtherwise() throws IOException {
        // Given a night, and the next day's file with five lines of customers who do not come on the day after
        Commands commands = open(MENDED);
        commands.succeed("nightly", "--date", DATE.toString());
        commands.succeed(
                "import", "--kind", "fx", rates("USD," + NEXT + ",9.00").toString());
        shop.land(commands, NEXT, NEXT);
        Set<String> others = Shop.customers(shop.file(FIRST_DAY, DATE));
        others.removeAll(Shop.customers(shop.file(NEXT, AFTER)));
        List<String> three = others.stream().limit(3).toList();

        publishWithoutFourLines(commands, three);
        requireFourLinesAreListed(commands, three);
        requireReplayLandsNothing(commands);
        Path rates = rates("USD," + NEXT + ",0.90", "GBP," + NEXT + ",1.20");
        Published mended = publishCorrected(commands, three, rates);
        requireOnlyTheCustomersConcernedChanged(three.size());
        assertThat(commands.succeed("rejects")).isEqualToIgnoringNewLines("no line waits");
        assertThat(mended.scoreDigest())
                .isEqualTo(publishRightFromTheStart(rates).scoreDigest());
    }

    /** Two lines have no date and one no type, and one is in a currency without a rate; the night publishes all the same. */
    private static void publishWithoutFourLines(Commands commands, List<String> three) throws IOException {
        Commands.Result refused =
                commands.run("import", odd(three, "31.12.", "GIFT").toString()).endedWith(3);
        assertThat(refused.stdout())
                .contains("lines read 5 = landed 2 + already landed 0 + rejected 3", "'allegiance rejects' lists them");
        Commands.Result night =
                commands.run("nightly", "--date", NEXT.toString()).endedWith(3);
        assertThat(night.stdout()).contains("4 lines were rejected, 3 of them at import");
    }

    /** All four are listed with how to mend them and the text that was refused, and nothing else of them; a program reads all of each. */
    private static void requireFourLinesAreListed(Commands commands, List<String> three) {
        assertThat(commands.succeed("rejects"))
                .contains("2  BAD_TIME: The date or time is none", "1  UNKNOWN_TYPE: ", "1  NO_FX_RATE: ")
                .contains("import --kind fx FILE", "3 of files", "1 of source_transaction")
                .contains("odd.csv line 4  BAD_TIME  occurred_at", "no date or time: '31.12.10:00'")
                .contains("odd.csv line 6  UNKNOWN_TYPE", "and CANCELLED: 'GIFT'")
                .contains("  " + NEXT + "  transaction POUNDS line 1  NO_FX_RATE")
                .doesNotContain(three);
        assertThat(commands.succeed("rejects", "--reason", "unknown_type"))
                .contains("odd.csv line 6")
                .doesNotContain("BAD_TIME");
        commands.run("rejects", "--reason", "ugly").refusedWith(64, "expected one of [WRONG_FIELD_COUNT, ");

        JsonNode json = JsonMapper.shared().readTree(commands.succeed("rejects", "--json"));
        assertThat(json.get("waiting").asInt()).isEqualTo(4);
        assertThat(json.get("reasons")).hasSize(3);
        assertThat(json.get("lines")).hasSize(4);
        assertThat(json.get("lines").get(0).get("line").asString()).startsWith("ODD1,1," + three.get(2) + ",31.12.");
        assertThat(json.get("lines").get(0).get("refused").asString()).startsWith("31.12.");
        assertThat(json.get("lines").get(3).get("from").asString()).isEqualTo("source_transaction");
    }

    /** When they are tried again as they are, then they keep waiting. */
    private static void requireReplayLandsNothing(Commands commands) {
        assertThat(commands.run("replay").endedWith(3).stdout())
                .contains("lines tried 3 = landed 0 + already landed 0 + still waiting 3")
                .contains("source_transaction has 1 line that waits too; the next night reads 1 day again");
    }

    /** When the file is corrected, a rate lands, and another one that was wrong is corrected. */
    private Published publishCorrected(Commands commands, List<String> three, Path rates) throws IOException {
        assertThat(commands.succeed("import", odd(three, NEXT + "T", "PURCHASE").toString()))
                .contains("landed 3 + already landed 2", "3 lines that were rejected before wait no more");
        commands.succeed("import", "--kind", "fx", "--replace", rates.toString());
        shop.land(commands, AFTER, AFTER);
        return Published.of(commands.succeed("nightly", "--date", AFTER.toString()));
    }

    /** The next night read that day again, and found the days of these customers changed and of no others. */
    private void requireOnlyTheCustomersConcernedChanged(int customers) {
        Night night = Night.of(MENDED, AFTER);
        assertThat(night.days()).containsOnlyKeys(NEXT, AFTER);
        assertThat(night.customerDays())
                .isEqualTo(customers + Shop.customers(shop.file(AFTER, AFTER)).size());
    }

    /** The night of a feed that was right from the start. */
    private Published publishRightFromTheStart(Path rates) {
        Commands right = open(RIGHT);
        right.succeed("import", "--kind", "fx", rates.toString());
        shop.land(right, NEXT, AFTER);
        right.succeed("import", folder.resolve("odd.csv").toString());
        return Published.of(right.succeed("nightly", "--date", AFTER.toString()));
    }

    @Test
    void tooManyFailTheNightUntilTheyAreMended() {
        // Given a night, and another day
        Commands commands = open(POISONED);
        commands.succeed("nightly", "--date", DATE.toString());
        shop.land(commands, NEXT, NEXT);

        failForPoisonedLines(commands);
        publishAsACleanFeed(commands);
        requireLimitDecidesOnFewLines(commands);
    }

    private void failForPoisonedLines(Commands commands) {
        // When one line in twenty of four weeks comes to the view with a type that is none, then the night fails and
        // says why
        LandedLines lines = LandedLines.of(POISONED);
        lines.spoil(FOUR_WEEKS, NEXT, 20);
        Commands.Result failed = commands.run("nightly", "--date", NEXT.toString(), "--scheduler")
                .refusedWith(21, "lines of " + FOUR_WEEKS + " to " + NEXT + " were rejected, ");
        assertThat(failed.stderr())
                .contains("more than the 1.0 % that allegiance.nightly.gate.rejects allows (UNKNOWN_TYPE ")
                .contains("nothing was published", "'allegiance rejects'", "nightly --date " + NEXT + "' again")
                .contains("readers still see publication 1 of " + DATE);
        assertThat(readers.date()).isEqualTo(DATE);

        // When nobody mends them, then the night after does not publish without them either
        shop.land(commands, AFTER, AFTER);
        commands.run("nightly", "--date", AFTER.toString())
                .refusedWith(21, "lines of " + FOUR_WEEKS + " to " + AFTER + " were rejected, ");

        // When no line of the day is right, then it fails for these
        lines.spoil(NEXT, NEXT, 1);
        commands.run("nightly", "--date", NEXT.toString())
                .refusedWith(21, "lines of " + NEXT + " were rejected, 100.00 %");
        assertThat(readers.date()).isEqualTo(DATE);
    }

    /** When the right lines take their place, then the same command publishes what a clean feed gives. */
    private void publishAsACleanFeed(Commands commands) {
        String corrected = shop.file(FOUR_WEEKS, NEXT).toString();
        commands.succeed("import", "--replace", corrected);
        Commands clean = open(CLEAN);
        clean.succeed("nightly", "--date", DATE.toString());
        shop.land(clean, NEXT, NEXT);
        assertThat(commands.succeed("nightly", "--date", NEXT.toString()).replaceAll("publication \\d+", ""))
                .isEqualTo(clean.succeed("nightly", "--date", NEXT.toString()).replaceAll("publication \\d+", ""));
        assertThat(readers.date()).isEqualTo(NEXT);
    }

    /** When one line in a thousand is poison, then a limit decides, and by the usual one the night publishes. */
    private void requireLimitDecidesOnFewLines(Commands commands) {
        long few = LandedLines.of(POISONED).spoil(FOUR_WEEKS, NEXT, 1_000);
        commands.with("allegiance.nightly.gate.rejects.most-lines", 0)
                .run("nightly", "--date", AFTER.toString())
                .refusedWith(21, "more than the 0 lines that");
        commands.run("nightly", "--date", AFTER.toString()).endedWith(3);
        assertThat(readers.date()).isEqualTo(AFTER);
        assertThat(commands.succeed("rejects")).contains(few + "  UNKNOWN_TYPE");
    }

    /** A shop with three months of trade and a model. */
    private Commands open(TestDatabase.Schema schema) {
        Commands commands = Commands.on(schema, folder.resolve(schema.name()));
        shop.land(commands, FIRST_DAY, DATE);
        commands.succeed("train", "--as-of", DATE.toString());
        return commands;
    }

    private Path rates(String... rates) {
        try {
            return Files.writeString(
                    folder.resolve("rates-" + rates.length + ".csv"),
                    "currency,rate_date,rate\n" + String.join("\n", rates) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path odd(List<String> customers, String day, String type) throws IOException {
        return Files.writeString(
                folder.resolve("odd.csv"),
                "transaction_id,line_key,customer_id,occurred_at,type,amount,currency\n"
                        + "DOLLARS,1," + customers.get(0) + "," + NEXT + ",PURCHASE,10.00,USD\n"
                        + "POUNDS,1," + customers.get(1) + "," + NEXT + ",PURCHASE,10.00,GBP\n"
                        + "ODD1,1," + customers.get(2) + "," + day + "10:00,PURCHASE,10.00,\n"
                        + "ODD1,2," + customers.get(2) + "," + day + "10:00,PURCHASE,5.00,\n"
                        + "ODD2,1," + customers.get(2) + "," + NEXT + "T10:00," + type + ",2.50,\n");
    }
}
