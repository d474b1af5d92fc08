package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.SharedData;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Scores of old data or of an old model are not published as if they were fresh. */
@Tag("story")
class A32_StaleIsNotFreshTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 9, 30);
    private static final String[] BY_ADA = {"--by", "Ada", "--reason", "sold by post alone"};

    @AutoClose
    private final TestDatabase.Schema schema = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private Commands open(String home) {
        return Commands.on(schema, folder.resolve(home))
                .with("allegiance.nightly.gate.smallest-day", 0)
                .with("allegiance.nightly.gate.steady-day", 0)
                .with("allegiance.nightly.gate.segment-share", 1)
                .with("allegiance.nightly.gate.mean-churn", 1);
    }

    private Map<String, Object> newestPublication() {
        return JdbcClient.create(schema.dataSource())
                .sql("SELECT score_date, newest_data, model_as_of, stale_reason, good_until FROM score_publication"
                        + " ORDER BY publication DESC LIMIT 1")
                .query()
                .singleRow();
    }

    private static String[] with(String[] more, String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }

    @Test
    void aFeedThatStoppedIsHeldUntilSomebodyAnswersForIt() {
        // Given a shop with lines every day, and a night
        Commands commands = open("stopped");
        new Shop(400, FIRST_DAY, LAST, folder).land(commands, FIRST_DAY, LAST);
        commands.succeed("train", "--as-of", LAST.toString());
        commands.succeed("nightly", "--date", LAST.toString());
        assertThat(newestPublication())
                .containsEntry("newest_data", java.sql.Date.valueOf(LAST))
                .containsEntry("model_as_of", java.sql.Date.valueOf(LAST))
                .containsEntry("stale_reason", null);
        assertThat(newestPublication().get("good_until")).hasToString("2025-10-02T06:00");
        assertThat(commands.succeed("status")).contains("data up to 2025-09-30, model as of 2025-09-30");

        // When no line comes any more, then the fourth day is held
        commands.succeed("nightly", "--date", "2025-10-03");
        commands.run("nightly", "--date", "2025-10-04")
                .refusedWith(
                        11,
                        "stale data: there is no line since 2025-09-30, 4 days before 2025-10-04, where at most 3 are usual or"
                                + " allowed by allegiance.nightly.oldest-data; nothing was published");
        requireForcedIsNotFresh(commands);
        requireConfirmedIsFresh(commands);
        requireOldModelIsHeld(commands);
    }

    private void requireForcedIsNotFresh(Commands commands) {
        commands.succeed(with(BY_ADA, "publish", "--date", "2025-10-04", "--force"));
        assertThat((String) newestPublication().get("stale_reason"))
                .startsWith("stale data: there is no line since 2025-09-30");
        assertThat(newestPublication().get("good_until"))
                .as("30 hours after the end of the last day for which the data was fresh")
                .hasToString("2025-10-05T06:00");
        assertThat(commands.succeed("status"))
                .contains("NO LONGER GOOD", "STALE: stale data: there is no line since 2025-09-30");
    }

    /** Who confirms a date without a line answers for the days after it too. */
    private void requireConfirmedIsFresh(Commands commands) {
        commands.run("nightly", "--date", "2025-10-05").refusedWith(11, "stale data");
        commands.succeed(with(BY_ADA, "nightly", "--date", "2025-10-05", "--confirm-empty"));
        assertThat(newestPublication()).containsEntry("stale_reason", null);
        assertThat(newestPublication().get("good_until")).hasToString("2025-10-07T06:00");
        commands.succeed("nightly", "--date", "2025-10-06");
        assertThat(newestPublication()).containsEntry("stale_reason", null);
    }

    private void requireOldModelIsHeld(Commands commands) {
        commands.succeed("nightly", "--date", "2025-11-04");
        commands.run("nightly", "--date", "2025-11-05")
                .refusedWith(
                        11,
                        "stale model: it is of 2025-09-30, 36 days before 2025-11-05, and"
                                + " allegiance.nightly.oldest-model allows 35; nothing was published");
        Commands published = commands.with("allegiance.nightly.stale", "publish");
        assertThat(published.succeed("nightly", "--date", "2025-11-05"))
                .contains("published although it is stale: stale model: it is of 2025-09-30");
        assertThat(newestPublication().get("good_until")).hasToString("2025-11-06T06:00");

        commands.run("nightly", "--date", "2025-11-06").refusedWith(11, "Run 'allegiance train --as-of 2025-11-06'");
        commands.succeed("train", "--as-of", "2025-11-06");
        commands.succeed("nightly", "--date", "2025-11-06");
        assertThat(newestPublication()).containsEntry("stale_reason", null);
    }

    @Test
    void aConfiguredClosureAgesNothing() {
        Commands commands = open("closed").with("allegiance.closed", "2025-10-01..2025-11-30");
        new Shop(400, FIRST_DAY, LAST, folder).land(commands, FIRST_DAY, LAST);
        commands.succeed("train", "--as-of", LAST.toString());
        commands.succeed("nightly", "--date", "2025-11-30");
        assertThat(newestPublication()).containsEntry("stale_reason", null);
        commands.succeed("nightly", "--date", "2025-12-03");
        commands.run("nightly", "--date", "2025-12-04")
                .refusedWith(11, "no line since 2025-09-30, 4 days before 2025-12-04");
    }

    @Test
    void theShopOfTheCaseIsHeld() {
        Path lines = SharedData.casePath("14-stale-first-night/orders.csv");
        Commands commands = Commands.on(schema, folder.resolve("case"));
        commands.succeed("import", lines.toString());
        commands.succeed("train");
        commands.run("nightly", "--date", "yesterday").refusedWith(11, "stale data: there is no line since 2005-05-31");
        assertThat(commands.succeed("status")).contains("nothing yet", "HELD");
        commands.succeed("nightly", "--date", "2005-05-31");
    }

    @Test
    void aTimeThatWasNotSetIsRefusedAtImportAndInAViewOfOnesOwn() throws IOException {
        Commands commands = open("unset");
        new Shop(400, FIRST_DAY, LAST, folder).land(commands, FIRST_DAY, LAST);
        Path unset = Files.writeString(
                folder.resolve("unset.csv"),
                "transaction_id,customer_id,occurred_at,amount\nU1,C000001,1970-01-01,5\nU2,C000001,1989-12-31,5\nU3,C000001,"
                        + LAST + ",5\n");
        assertThat(commands.run("import", unset.toString()).endedWith(3).stdout())
                .contains("landed 1 + already landed 0 + rejected 2", "rejected 2 TIME_OUT_OF_RANGE");

        // And where the view has such a row
        JdbcClient.create(schema.dataSource())
                .sql(
                        "INSERT INTO transaction_line (business_date, customer_id, transaction_id, line_key, occurred_at, type,"
                                + " amount, content_hash, import_id) VALUES ('1970-01-01', 'C000001', 'OWN', '1', '1970-01-01', 'PURCHASE',"
                                + " 5, '', 1)")
                .update();
        commands.succeed("train", "--as-of", LAST.toString());
        commands.run("nightly", "--date", LAST.toString()).endedWith(3);
        assertThat(commands.succeed("rejects")).contains("TIME_OUT_OF_RANGE", "1970-01-01  transaction OWN");
        assertThat(commands.succeed("models")).contains("2025-06-01 to 2025-09-30");
    }
}
