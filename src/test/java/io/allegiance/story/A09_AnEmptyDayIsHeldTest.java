package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A till did not hand over its file. Readers keep yesterday's scores until somebody lands it, or says that it is right so. */
@Tag("story")
class A09_AnEmptyDayIsHeldTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 1);
    private static final LocalDate DATE = LocalDate.of(2025, 9, 30);
    private static final LocalDate LATE = DATE.plusDays(1);
    private static final LocalDate CLOSED = DATE.plusDays(2);

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private final Commands commands = Commands.on(SCHEMA, folder.resolve("home"));
    private final Shop shop = new Shop(2_000, FIRST_DAY, CLOSED, folder);

    @Test
    void nobodyReadsTheScoresOfAnEmptyDayUnconfirmed() {
        // Given four months of trade, and a night
        shop.land(commands, FIRST_DAY, DATE);
        commands.succeed("train", "--as-of", DATE.toString());
        Published yesterday = Published.of(commands.succeed("nightly", "--date", DATE.toString()));

        Published complete = requireHeldUntilTheFileLands(yesterday);
        requireHeldUntilConfirmed(complete);
    }

    private Published requireHeldUntilTheFileLands(Published yesterday) {
        // When the next day's file is missing, then the night is held and yesterday stays
        commands.run("nightly", "--date", LATE.toString())
                .refusedWith(11, LATE + " has 0 lines where that weekday usually has about");
        assertReadersSee(DATE, yesterday);
        assertThat(commands.succeed("status")).contains("HELD", "has 0 lines");

        // When it is run again, then it is held again; even a scheduler is told
        commands.run("nightly", "--date", LATE.toString(), "--scheduler").refusedWith(11, "has 0 lines");

        // When the file lands after all, then the same command publishes it
        shop.land(commands, LATE, LATE);
        Published complete = Published.of(commands.succeed("nightly", "--date", LATE.toString()));
        assertReadersSee(LATE, complete);
        assertThat(Night.of(SCHEMA, LATE).days()).containsEntry(LATE, Shop.lines(shop.file(LATE, LATE)));
        return complete;
    }

    private void requireHeldUntilConfirmed(Published before) {
        // When the day after was a holiday, then it is held until somebody confirms it by name
        commands.run("nightly", "--date", CLOSED.toString()).refusedWith(11, "has 0 lines");
        String[] confirmed = {
            "nightly",
            "--date",
            CLOSED.toString(),
            "--confirm-empty",
            "--by",
            "Ada",
            "--reason",
            "closed for stocktaking"
        };
        Published holiday = Published.of(commands.succeed(confirmed));

        // Then readers see it, nobody is lost, and who confirmed it is kept
        assertThat(holiday.customers()).isEqualTo(before.customers());
        assertReadersSee(CLOSED, before);
        assertThat(PublicationRecords.of(SCHEMA).confirmation(CLOSED)).isEqualTo("Ada: closed for stocktaking");
        commands.run("nightly", "--date", CLOSED.toString()).refusedWith(4, "nothing was done");
    }

    private static void assertReadersSee(LocalDate date, Published published) {
        assertThat(Readers.of(SCHEMA).date()).isEqualTo(date);
        assertThat(Readers.of(SCHEMA).customers()).isEqualTo(published.customers());
    }
}
