package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code status --check} answers a monitor in one line and with the exit codes of Nagios. */
@Tag("story")
class A41_AMonitorAsksTest {

    private static final LocalDate YESTERDAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    @AutoClose
    private final TestDatabase.Schema schema = TestDatabase.freshSchema().migrate();

    @TempDir
    private Path folder;

    @Test
    void theLevelIsThatOfTheWorstThatIsFound() {
        // Given a program that has published nothing
        Commands commands = Commands.on(schema, folder.resolve("home")).with("allegiance.nightly.good-for", "240h");
        check(commands, 2, "CRITICAL - nothing is published | unpublished=0 free_slots=");

        // Then a night that is published is good
        Shop shop = new Shop(1_500, YESTERDAY.minusDays(118), YESTERDAY, folder);
        shop.land(commands, YESTERDAY.minusDays(118), YESTERDAY);
        commands.succeed("train", "--as-of", YESTERDAY.minusDays(1).toString());
        commands.succeed("nightly", "--date", YESTERDAY.minusDays(1).toString());
        check(commands, 0, "OK - publication 1 of " + YESTERDAY.minusDays(1) + ", good until ");

        // And it is late once the deadline of the next one has passed
        check(
                commands.with("allegiance.nightly.deadline", "00:00"),
                2,
                "CRITICAL - the night of " + YESTERDAY + " is LATE: its deadline was ");

        // And a hold is a warning, and what it holds back is critical
        commands.succeed("hold", "--by", "Ada", "--reason", "till | is down");
        check(commands, 1, "WARNING - publishing is on hold by Ada: till / is down | good_for=");
        commands.run("nightly", "--date", YESTERDAY.toString()).endedWith(11);
        check(commands, 2, "CRITICAL - nightly " + YESTERDAY + " HELD: the night of");

        // And where the database cannot be reached, nobody knows
        check(
                commands.with("spring.datasource.url", "jdbc:mysql://127.0.0.1:1/gone"),
                3,
                "UNKNOWN - nothing answers at the database's address");
    }

    @Test
    void theCheckTakesNoOtherOption() {
        Commands.on(schema, folder.resolve("home"))
                .run("status", "--check", "--json")
                .refusedWith(64, "--check goes with no other option");
    }

    private static void check(Commands commands, int code, String beginning) {
        Commands.Result result = commands.run("status", "--check").endedWith(code);
        assertThat(result.stdout().lines()).singleElement().asString().startsWith(beginning);
    }
}
