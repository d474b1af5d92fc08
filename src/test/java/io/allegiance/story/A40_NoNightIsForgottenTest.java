package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code status} names every date that is not published, why, and the command that publishes it. */
@Tag("story")
class A40_NoNightIsForgottenTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 1);
    private static final LocalDate NIGHT = LocalDate.of(2025, 9, 27);

    @AutoClose
    private final TestDatabase.Schema schema = TestDatabase.freshSchema().migrate();

    @TempDir
    private Path folder;

    private Commands commands;
    private Shop shop;

    @BeforeEach
    void openShop() {
        commands = Commands.on(schema, folder.resolve("home"));
        shop = new Shop(1_500, FIRST_DAY, NIGHT.plusDays(6), folder);
    }

    @Test
    void beforeTheFirstNightTheNextStepIsWhatIsMissing() {
        assertThat(next()).isEqualTo("allegiance import FILE, then allegiance train");
        shop.land(commands, FIRST_DAY, NIGHT.plusDays(6));
        assertThat(next()).isEqualTo("allegiance train");
        commands.succeed("train", "--as-of", NIGHT.toString());
        assertThat(next()).isEqualTo("allegiance nightly --date " + NIGHT);
    }

    @Test
    void nightsThatWereTakenBackAreNamedUntilTheyArePublished() {
        // Given three nights, of which two are taken back
        openAndPublish(3);
        commands.succeed("rollback", "--to", NIGHT.toString(), "--by", "Ada", "--reason", "prices were wrong");

        // Then both are named with who and why, and the command that publishes both
        assertThat(commands.succeed("status"))
                .contains("unpublished " + day(1) + " ROLLED_BACK by Ada: prices were wrong")
                .contains(day(2) + " ROLLED_BACK by Ada: prices were wrong");
        assertThat(commands.succeed("status", "--json"))
                .contains("\"date\" : \"" + day(1) + "\"", "\"why\" : \"ROLLED_BACK\"", "\"by\" : \"Ada\"");
        followsNext("allegiance backfill --from " + day(1) + " --to " + day(2));

        // And once they are published, the day after them comes next
        assertThat(commands.succeed("status")).doesNotContain("unpublished");
        assertThat(next()).isEqualTo("allegiance nightly --date " + day(3));
    }

    @Test
    void aHeldDateIsNamedAfterALaterOneIsPublished() {
        // Given a night that a hold kept, and a later one that was published
        openAndPublish(1);
        commands.succeed("hold", "--by", "Ada", "--reason", "till is down");
        commands.run("nightly", "--date", day(1).toString()).endedWith(11);
        assertThat(commands.succeed("status")).contains("first       allegiance release --by NAME");
        commands.succeed("release", "--by", "Ada");
        commands.succeed("nightly", "--date", day(2).toString());

        // Then it is named, and the next command publishes it without moving readers back
        assertThat(commands.succeed("status")).contains("unpublished " + day(1) + " HELD: the night of");
        followsNext("allegiance backfill --from " + day(1) + " --to " + day(1));
        assertThat(commands.succeed("status"))
                .doesNotContain("unpublished")
                .contains("published   " + day(2) + ":")
                .as("after a gap that was filled the next date is one that is not published")
                .contains("next        allegiance nightly --date " + day(3));
    }

    @Test
    void aDateThatNobodyBeganIsNamedWithTheOneThatFailedAfterIt() {
        // Given a date that was left out, and a later one whose night was given up
        openAndPublish(1);
        commands.succeed("hold", "--by", "Ada", "--reason", "till is down");
        commands.run("nightly", "--date", day(2).toString()).endedWith(11);
        commands.succeed("release", "--by", "Ada");
        commands.succeed("abandon", "--date", day(2).toString(), "--by", "Bob", "--reason", "wrong rules");

        // Then both are named and are one command
        assertThat(commands.succeed("status"))
                .contains("unpublished " + day(1) + " NOT_RUN")
                .contains(day(2) + " ABANDONED by Bob: wrong rules");
        followsNext("allegiance backfill --from " + day(1) + " --to " + day(2));
        assertThat(next()).isEqualTo("allegiance nightly --date " + day(3));
    }

    private void openAndPublish(int nights) {
        shop.land(commands, FIRST_DAY, NIGHT.plusDays(6));
        commands.succeed("train", "--as-of", NIGHT.toString());
        for (int i = 0; i < nights; i++) {
            commands.succeed("nightly", "--date", day(i).toString());
        }
    }

    private static LocalDate day(int after) {
        return NIGHT.plusDays(after);
    }

    private void followsNext(String command) {
        assertThat(next()).isEqualTo(command);
        commands.succeed(command.substring("allegiance ".length()).split(" "));
    }

    private String next() {
        return commands.succeed("status")
                .lines()
                .filter(line -> line.startsWith("next "))
                .map(line -> line.substring("next".length()).strip())
                .findFirst()
                .orElseThrow();
    }
}
