package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A wrong file was imported, and nights have counted it. It is taken back, or an order is cancelled, and the next
 * publication is that of a shop that never had the file.
 */
@Tag("story")
class A31_AWrongFileIsTakenBackTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 1);
    private static final LocalDate NIGHT = LocalDate.of(2025, 9, 1);
    private static final LocalDate NEXT = NIGHT.plusDays(1);
    private static final LocalDate AFTER = NIGHT.plusDays(2);
    private static final LocalDate OLD = LocalDate.of(2025, 6, 12);
    private static final LocalDate BEFORE_ALL = LocalDate.of(2024, 2, 29);

    @AutoClose
    private static final TestDatabase.Schema CLEAN = TestDatabase.freshSchema().migrate();

    @AutoClose
    private static final TestDatabase.Schema UNDONE = TestDatabase.freshSchema().migrate();

    @AutoClose
    private static final TestDatabase.Schema FAILED = TestDatabase.freshSchema().migrate();

    @AutoClose
    private static final TestDatabase.Schema CANCELLED =
            TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private static Shop shop;
    private static Published cleanNext;
    private static Published cleanAfter;

    @BeforeAll
    static void runTheNightsOfAShopThatNeverHadTheFile() {
        shop = new Shop(300, FIRST_DAY, AFTER, folder);
        Commands clean = open(CLEAN);
        cleanNext = night(clean, NEXT);
        cleanAfter = night(clean, AFTER);
    }

    /** A shop with a model and one night. */
    private static Commands open(TestDatabase.Schema schema) {
        Commands commands = Commands.on(schema, folder.resolve(schema.name()));
        shop.land(commands, FIRST_DAY, AFTER);
        commands.succeed("train", "--as-of", NIGHT.minusDays(1).toString());
        commands.succeed("nightly", "--date", NIGHT.toString());
        return commands;
    }

    private static Published night(Commands commands, LocalDate date) {
        return Published.of(commands.succeed("nightly", "--date", date.toString()));
    }

    /** Lines of known and of new customers, on days with trade, far back, and on one before all others. */
    private static Path wrong() {
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (String customer :
                Shop.customers(shop.file(FIRST_DAY, AFTER)).stream().limit(20).toList()) {
            number++;
            lines.add("W" + number + ",1," + customer + "," + NIGHT.minusDays(number) + ",PURCHASE,99.00");
            lines.add("X" + number + ",1," + customer + "," + OLD + ",PURCHASE,99.00");
        }
        lines.add("Y1,1,nobody," + BEFORE_ALL + ",PURCHASE,5.00");
        lines.add("Y2,1,nobody," + NEXT + ",PURCHASE,5.00");
        return shop.correction("wrong.csv", lines.toArray(String[]::new));
    }

    private static Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] undo(int importId, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "import", "--undo", String.valueOf(importId), "--by", "ann", "--reason", "file of the test shop"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    @Test
    void publicationsAfterItAreThoseOfAShopThatNeverHadTheFile() {
        Commands commands = open(UNDONE);
        assertThat(commands.succeed("import", wrong().toString()))
                .contains("landed 42", "allegiance import --undo 2 --by NAME --reason TEXT");
        String customer = Shop.customers(shop.file(FIRST_DAY, NIGHT)).iterator().next();
        commands.succeed(
                "import",
                "--kind",
                "incident",
                write("late.csv", "incident_id,customer_id,occurred_at,kind\nI1," + customer + "," + OLD + ",late\n")
                        .toString());
        commands.succeed(
                "import",
                "--kind",
                "referral",
                write(
                                "friends.csv",
                                "referrer_customer_id,referred_customer_id,referred_on\n" + customer + ",nobody," + OLD
                                        + "\n")
                        .toString());
        assertThat(night(commands, NEXT).scoreDigest()).isNotEqualTo(cleanNext.scoreDigest());

        requireListAndPreview(commands);
        assertThat(commands.succeed(undo(2)))
                .contains("import 2 (wrong.csv) is taken back: 42 rows", "the next night reads 23 days again")
                .contains("what is published stays as it is");
        commands.succeed(undo(3));
        commands.succeed(undo(4));
        commands.run(undo(2)).refusedWith(4, "import 2 (wrong.csv) was taken back on ");
        commands.run(undo(77)).refusedWith(64, "there is no import 77");

        Published after = night(commands, AFTER);
        assertThat(after.scoreDigest()).isEqualTo(cleanAfter.scoreDigest());
        assertThat(after.customers()).isEqualTo(cleanAfter.customers());
        commands.run("scores", "--customer", "nobody").refusedWith(64, "no such customer");

        commands.succeed("rollback", "--to", NIGHT.toString(), "--by", "ann", "--reason", "wrong file");
        assertThat(night(commands, NEXT)).isEqualTo(cleanNext);
        assertThat(night(commands, AFTER)).isEqualTo(cleanAfter);
        commands.succeed("backfill", "--from", NEXT.toString(), "--to", AFTER.toString(), "--mode", "all");
        assertThat(PublicationRecords.of(UNDONE).digests("score_digest"))
                .isEqualTo(PublicationRecords.of(CLEAN).digests("score_digest"));
    }

    private static void requireListAndPreview(Commands commands) {
        assertThat(commands.succeed("import", "--list").lines().toList())
                .hasSize(5)
                .element(3)
                .asString()
                .contains(" 2 transaction ", "42", "landed", "wrong.csv");
        JsonNode json = JsonMapper.shared().readTree(commands.succeed("import", "--list", "--json"));
        assertThat(json).hasSize(4);
        assertThat(json.get(2).get("importId").asInt()).isEqualTo(2);
        assertThat(json.get(2).get("undoneAt").isNull()).isTrue();
        assertThat(commands.succeed("import", "--undo", "2", "--dry-run"))
                .contains("42 lines of 23 days, 0 lines of cancelled orders, 0 cancellations; nothing was written");
        commands.run("import", "--undo", "2").refusedWith(64, "--undo needs --by NAME and --reason TEXT");
        commands.run("import").refusedWith(64, "'FILE'");
        commands.run("import", "--list", "some.csv").refusedWith(64, "take no FILE");
    }

    @Test
    void aNightThatFailedWithTheFileStartsAgainWithoutIt() {
        Commands commands = open(FAILED);
        commands.succeed("import", wrong().toString());
        Faults faults = Faults.of(FAILED);
        faults.refuseRows("segment_summary");
        assertThat(commands.run("nightly", "--date", NEXT.toString()).code()).isNotZero();
        faults.refuseNoRows();
        commands.succeed(undo(2));
        assertThat(commands.succeed("decisions")).contains("UNDO      import 2 (", ") by ann: file of the test shop");

        Commands.Result rerun =
                commands.run("nightly", "--date", NEXT.toString()).endedWith(0);

        assertThat(rerun.stderr()).contains("starts from the beginning", "an import was taken back");
        assertThat(Published.of(rerun.stdout())).isEqualTo(cleanNext);
        assertThat(night(commands, AFTER)).isEqualTo(cleanAfter);
        commands.succeed(undo(1));
        commands.run("nightly", "--date", AFTER.plusDays(1).toString()).refusedWith(64, "there are no transactions");
    }

    @Test
    void aCancelledOrderIsAsIfItHadNeverBeen() {
        Commands commands = open(CANCELLED);
        commands.succeed("import", wrong().toString());
        night(commands, NEXT);
        Set<String> orders = Set.of("W", "X");
        List<String> lines = new ArrayList<>(List.of("Y1,,,,Canceled,", "Y2,,,,CANCELLED,"));
        for (int number = 1; number <= 20; number++) {
            for (String order : orders) {
                lines.add(order + number + ",,,,cancelled,");
            }
        }
        String cancellations =
                shop.correction("cancelled.csv", lines.toArray(String[]::new)).toString();

        assertThat(commands.succeed("import", cancellations))
                .contains("lines read 42 = landed 42", "42 lines that landed before count no more");
        assertThat(commands.succeed("import", wrong().toString()))
                .contains("lines read 42 = landed 0 + already landed 0 + cancelled 42 + rejected 0");
        Published after = night(commands, AFTER);
        assertThat(after.scoreDigest()).isEqualTo(cleanAfter.scoreDigest());

        assertThat(commands.succeed(undo(3))).contains("is taken back: 42 rows", "the next night reads 23 days again");
        commands.succeed("rollback", "--to", NIGHT.toString(), "--by", "ann", "--reason", "not cancelled");
        assertThat(night(commands, NEXT).scoreDigest()).isNotEqualTo(cleanNext.scoreDigest());
    }
}
