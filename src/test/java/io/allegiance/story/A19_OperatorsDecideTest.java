package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a person decides against the program stands where others can read it: hold, release, force, rollback, abandon.
 */
@Tag("story")
class A19_OperatorsDecideTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 1);
    private static final LocalDate NIGHT = LocalDate.of(2025, 9, 28);
    private static final LocalDate NEXT = NIGHT.plusDays(1);
    private static final LocalDate AFTER = NIGHT.plusDays(2);
    private static final String[] ADA = {"--by", "Ada", "--reason", "prices were wrong"};

    @AutoClose
    private final TestDatabase.Schema schema = TestDatabase.freshSchema().migrate();

    @TempDir
    private Path folder;

    private final Readers readers = Readers.of(schema);
    private final PublicationRecords publications = PublicationRecords.of(schema);
    private Commands commands;
    private Shop shop;
    private Published first;

    @BeforeEach
    void aNightIsPublished() {
        commands = Commands.on(schema, folder.resolve("home"));
        shop = new Shop(1_500, FIRST_DAY, AFTER, folder);
        shop.land(commands, FIRST_DAY, NIGHT);
        commands.succeed("train", "--as-of", NIGHT.toString());
        first = publish(NIGHT);
    }

    @Test
    void decisionsAreKeptAndReadersAlwaysSeeOneNight() {
        // Given two nights
        shop.land(commands, NEXT, NEXT);
        Published second = publish(NEXT);

        holdPublishing();
        Published third = publishAfterRelease();
        rollBackTwoNights();

        // Then the nights after it run anew, with the same result
        assertThat(publish(NEXT)).isEqualTo(second);
        assertThat(publish(AFTER)).isEqualTo(third);
        assertThat(readers.publication()).isEqualTo("5 of " + AFTER);
        assertThat(readers.segmentsByFeed()).isEqualTo(readers.segments());
        assertThat(first.customers()).isLessThanOrEqualTo(third.customers());
        ends(4, "published and complete", "nightly", "--date", AFTER.toString());
        decisionsAreListed();
    }

    /** Then all of it is on record, also who took the scores out, and a row that somebody changes is named. */
    private void decisionsAreListed() {
        commands.succeed("scores", "--export", folder.resolve("scores.csv").toString());
        assertThat(commands.succeed("decisions"))
                .contains("   1  ", " UTC  HOLD      publishing by Ada: prices were wrong\n")
                .contains("   2  ", " UTC  RELEASE   publishing (was held by Ada since ")
                .contains(" by Bob\n", "      run by ", ", version ")
                .contains(
                        "   3  ",
                        " UTC  ROLLBACK  publication 1 (of " + NIGHT + "; taken back: 2 of " + NEXT + ", 3 of ")
                .contains("   4  ", " UTC  EXPORT    publication 5 (scores of " + AFTER + " to " + folder);
        assertThat(commands.succeed("decisions", "--since", "2999-01-01")).doesNotContain("HOLD");
        assertThat(commands.succeed("decisions", "--json"))
                .contains("\"broken\" : null", "\"by\" : \"Ada\"", "\"previousHash\" : \"");
        assertThat(commands.run("doctor").stdout()).contains("4 are recorded, each with the hash of the one before");

        JdbcClient.create(schema.dataSource())
                .sql("UPDATE decision SET reason = 'nothing was wrong' WHERE decision_id = 1")
                .update();
        Commands.Result broken = commands.run("decisions").endedWith(21);
        assertThat(broken.stderr()).contains("decision 1 was changed after it was recorded");
        assertThat(broken.stdout()).contains("nothing was wrong");
        assertThat(commands.run("doctor").stdout()).contains("decision 1 was changed after it was recorded");
    }

    /** When somebody holds publishing, then a night is scored and waits. */
    private void holdPublishing() {
        ends(64, "needs --by NAME", "hold");
        ends(0, "", with(ADA, "hold"));
        ends(4, "held by Ada since", with(ADA, "hold"));
        shop.land(commands, AFTER, AFTER);
        ends(11, "held by Ada since", "nightly", "--date", AFTER.toString());
        assertThat(readers.publication()).isEqualTo("2 of " + NEXT);
        assertThat(commands.succeed("status"))
                .contains("HELD", "hold        by Ada since", "prices were wrong", "allegiance release --by NAME");
    }

    /** When it is released, then the same command publishes what was scored, and scores nothing again. */
    private Published publishAfterRelease() {
        ends(64, "--by", "release");
        ends(0, "", "release", "--by", "Bob");
        ends(4, "not on hold", "release", "--by", "Bob");
        Published published = publish(AFTER);
        assertThat(RunRecords.of(schema).executions(AFTER, "scoreCustomers"))
                .as("times scored for " + AFTER)
                .isOne();
        assertThat(readers.publication()).isEqualTo("3 of " + AFTER);
        return published;
    }

    /** When it turns out to be wrong, then one command goes back, and the feed of segments tells it. */
    private void rollBackTwoNights() {
        ends(64, "no publication of 2025-01-01 is kept", with(ADA, "rollback", "--to", "2025-01-01"));
        ends(64, "readers see publication 3 of " + AFTER + " already", with(ADA, "rollback", "--to", "" + AFTER));
        ends(0, "", with(ADA, "rollback", "--to", NIGHT.toString()));
        assertThat(readers.publication()).isEqualTo("1 of " + NIGHT);
        assertThat(publications.rollbacks()).containsExactly("2 Ada: prices were wrong", "3 Ada: prices were wrong");
        assertThat(readers.segmentsByFeed()).isEqualTo(readers.segments());
    }

    @Test
    void aHeldNightIsForcedOrGivenUp() {
        // Given a next night without lines
        String next = NEXT.toString();
        ends(64, "is not held, so there is nothing to force", with(ADA, "publish", "--date", "" + NIGHT, "--force"));
        ends(11, "has 0 lines", "nightly", "--date", next);

        // When a person abandons it, then a new attempt starts
        ends(64, "no night of 2025-10-05 was begun", with(ADA, "abandon", "--date", "2025-10-05"));
        ends(64, "is published; nothing was changed", with(ADA, "abandon", "--date", NIGHT.toString()));
        ends(0, "", with(ADA, "abandon", "--date", next));
        ends(4, "given up already", with(ADA, "abandon", "--date", next));
        assertThat(commands.succeed("status", "--date", next))
                .contains("ABANDONED", "given up by Ada: prices were wrong", "nightly --date " + next);
        ends(11, "has 0 lines", "nightly", "--date", next);
        assertThat(commands.succeed("status", "--date", next)).contains("attempt 2: HELD");

        // When somebody forces it, then readers see it and can see who, why and that
        ends(0, "", with(ADA, "publish", "--date", next, "--force"));
        assertThat(publications.forcing()).isEqualTo(next + " Ada: prices were wrong");
        assertThat(commands.succeed("status")).contains("forced by Ada: prices were wrong");
        assertThat(commands.succeed("decisions"))
                .contains(" UTC  ABANDON   " + next + " (run 3) by Ada: prices were wrong")
                .contains(" UTC  FORCE     " + next + " (run 4) by Ada: prices were wrong");
        ends(4, "published and complete", "nightly", "--date", next);
    }

    @Test
    void aNightThatWasPublishedWithoutItsReportIsRolledBackToo() throws IOException {
        // Given a night that is published but cannot write its report
        Path file = Files.writeString(folder.resolve("no-folder"), "");
        String[] night = with(ADA, "nightly", "--date", NEXT.toString(), "--confirm-empty");
        Commands.Result broken =
                commands.with("allegiance.nightly.reports", file.toString()).run(night);
        assertThat(broken.code()).as(broken.stderr()).isIn(20, 21);
        assertThat(readers.publication()).isEqualTo("2 of " + NEXT);

        // When somebody goes back, then the same command does not merely write the report of what nobody sees any more
        ends(0, "", with(ADA, "rollback", "--to", NIGHT.toString()));
        assertThat(readers.publication()).isEqualTo("1 of " + NIGHT);
        ends(0, "", night);
        assertThat(readers.publication()).isEqualTo("3 of " + NEXT);
        assertThat(RunRecords.of(schema).runs(NEXT)).isEqualTo(2);
        assertThat(commands.succeed("decisions")).containsSubsequence("CONFIRM", "ROLLBACK", "CONFIRM");
    }

    private Published publish(LocalDate date) {
        return Published.of(commands.succeed("nightly", "--date", date.toString()));
    }

    private static String[] with(String[] who, String... command) {
        return Stream.of(command, who).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private void ends(int code, String words, String... command) {
        Commands.Result result = commands.run(command).endedWith(code);
        assertThat(result.stderr()).contains(words);
    }
}
