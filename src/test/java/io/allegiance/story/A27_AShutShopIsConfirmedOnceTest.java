package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop is shut for ten days. One confirmation covers them, and none is needed for days that are configured as closed. */
@Tag("story")
class A27_AShutShopIsConfirmedOnceTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 1);
    private static final LocalDate DATE = LocalDate.of(2025, 9, 30);
    private static final LocalDate SHUT = DATE.plusDays(1);
    private static final LocalDate LAST_SHUT = DATE.plusDays(10);
    private static final LocalDate REOPENED = DATE.plusDays(11);
    private static final String NOTE = " has no line, like every day since " + SHUT + ", which is confirmed by Ada on ";

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private final Path home = folder.resolve("home");
    private final Commands commands = Commands.on(SCHEMA, home)
            .with("allegiance.nightly.gate.segment-share", 1)
            .with("allegiance.nightly.gate.mean-churn", 1);

    @Test
    void oneConfirmationCoversTheDaysUntilLinesComeAgain() throws IOException {
        // Given four months of trade, and a night
        Shop shop = new Shop(1_000, FIRST_DAY, REOPENED, folder);
        shop.land(commands, FIRST_DAY, DATE);
        commands.succeed("train", "--as-of", DATE.toString());
        commands.succeed("nightly", "--date", DATE.toString());

        // When the shop shuts, then the first night is held until somebody confirms it by name
        nightIsHeld(commands, SHUT);
        String confirmed = commands.succeed(
                "nightly", "--date", SHUT.toString(), "--confirm-empty", "--by", "Ada", "--reason", "new floor");
        assertThat(confirmed).contains("the lines of " + SHUT + " are confirmed by Ada on ", "UTC: new floor");

        // Then the nine nights after it publish, and say who confirmed it
        for (LocalDate day = SHUT.plusDays(1); !day.isAfter(LAST_SHUT); day = day.plusDays(1)) {
            assertThat(commands.succeed("nightly", "--date", day.toString())).contains(day + NOTE, "UTC: new floor");
        }
        assertThat(PublicationRecords.of(SCHEMA).confirmation(LAST_SHUT)).isEqualTo("Ada: new floor");
        assertThat(commands.succeed("status")).contains(LAST_SHUT + NOTE);
        closureIsTold();

        // When lines come again and then none, then that is a new case
        shop.land(commands, REOPENED, REOPENED);
        assertThat(commands.succeed("nightly", "--date", REOPENED.toString())).doesNotContain("confirmed");
        nightIsHeld(commands, REOPENED.plusDays(1));
        configuredDaysNeedNobody();
    }

    private void closureIsTold() throws IOException {
        // Then report and doctor tell of the closure
        String report = "reports/nightly-" + LAST_SHUT;
        assertThat(Files.readString(home.resolve(report + ".json")))
                .contains("\"from\" : \"" + SHUT + "\"", "\"days\" : 10", "\"source\" : \"found\"", LAST_SHUT + NOTE);
        assertThat(Files.readString(home.resolve(report + ".html")))
                .contains("Days on which the whole shop was shut", LAST_SHUT + NOTE);
        assertThat(commands.succeed("doctor")).contains("closures", SHUT + ".." + LAST_SHUT + " (10 days, found)");
    }

    private void configuredDaysNeedNobody() {
        // When the day is configured as closed, then nobody has to confirm it
        LocalDate day = REOPENED.plusDays(1);
        Commands configured = commands.with("allegiance.closed", day + ".." + day.plusDays(2));
        for (LocalDate each = day; !each.isAfter(day.plusDays(2)); each = each.plusDays(1)) {
            assertThat(configured.succeed("nightly", "--date", each.toString()))
                    .contains(each + " is in a configured closure: " + day + ".." + day.plusDays(2));
        }

        // Then the day after it is held as ever
        nightIsHeld(configured, day.plusDays(3));
    }

    private static void nightIsHeld(Commands commands, LocalDate date) {
        commands.run("nightly", "--date", date.toString())
                .refusedWith(11, date + " has 0 lines")
                .refusedWith(11, "that covers the days after it as well, until one has a line");
    }
}
