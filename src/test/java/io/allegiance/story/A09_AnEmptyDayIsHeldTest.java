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
import org.springframework.jdbc.core.simple.JdbcClient;

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

    @Test
    void nobodyReadsTheScoresOfAnEmptyDayUnconfirmed() {
        // Given four months of trade, and a night
        Commands commands = Commands.on(SCHEMA, folder.resolve("home"));
        Shop shop = new Shop(2_000, FIRST_DAY, CLOSED, folder);
        shop.land(commands, FIRST_DAY, DATE);
        commands.succeed("train", "--as-of", DATE.toString());
        Published yesterday = Published.of(commands.succeed("nightly", "--date", DATE.toString()));

        // When the next day's file is missing, then the night is held and yesterday stays
        commands.run("nightly", "--date", LATE.toString())
                .refusedWith(11, LATE + " has 0 lines where that weekday usually has about");
        assertThat(readable()).isEqualTo(DATE + " " + yesterday.customers());
        assertThat(commands.succeed("status")).contains("HELD", "has 0 lines");

        // When it is run again, then it is held again; even a scheduler is told
        commands.run("nightly", "--date", LATE.toString(), "--scheduler").refusedWith(11, "has 0 lines");

        // When the file lands after all, then the same command publishes it
        shop.land(commands, LATE, LATE);
        Published complete = Published.of(commands.succeed("nightly", "--date", LATE.toString()));
        assertThat(readable()).isEqualTo(LATE + " " + complete.customers());
        assertThat(Night.of(SCHEMA, LATE).days()).containsEntry(LATE, Shop.lines(shop.file(LATE, LATE)));

        // When the day after was a holiday, then it is held until somebody confirms it by name
        commands.run("nightly", "--date", CLOSED.toString()).refusedWith(11, "has 0 lines");
        Published holiday = Published.of(commands.succeed(
                "nightly",
                "--date",
                CLOSED.toString(),
                "--confirm-empty",
                "--by",
                "Ada",
                "--reason",
                "closed for stocktaking"));

        // Then readers see it, nobody is lost, and who confirmed it is kept
        assertThat(holiday.customers()).isEqualTo(complete.customers());
        assertThat(readable()).isEqualTo(CLOSED + " " + complete.customers());
        assertThat(tables().sql("SELECT CONCAT(r.confirmed_by, ': ', r.confirmed_reason) FROM score_publication p"
                                + " JOIN run r ON r.run_id = p.run_id WHERE p.score_date = ?")
                        .param(CLOSED)
                        .query(String.class)
                        .single())
                .isEqualTo("Ada: closed for stocktaking");
        commands.run("nightly", "--date", CLOSED.toString()).refusedWith(4, "nothing was done");
    }

    private static JdbcClient tables() {
        return JdbcClient.create(SCHEMA.dataSource());
    }

    private static String readable() {
        return tables().sql("SELECT CONCAT(MAX(score_date), ' ', COUNT(*)) FROM current_customer_score")
                .query(String.class)
                .single();
    }
}
