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

/**
 * What a scheduler, and the person who mistypes at three in the morning, are told. On a MySQL over an encrypted
 * connection, as it is by default; the other stories go without.
 */
@Tag("story")
class A02_TheSameDateAgainTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 1);
    private static final LocalDate DATE = LocalDate.of(2025, 9, 30);

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private final Commands commands =
            Commands.on(SCHEMA, folder.resolve("home")).with("spring.datasource.url", encrypted(SCHEMA.jdbcUrl()));
    private final Shop shop = new Shop(400, FIRST_DAY, DATE.plusDays(2), folder);

    @Test
    void eachEndHasItsCode() throws IOException {
        refuseAllWithoutData();
        refuseNightWithoutModel();

        // When a model is trained, then the same command does it; when the same date is run again, there is nothing to
        // do
        commands.succeed("train", "--as-of", "2025-09-29");
        Published published = Published.of(commands.succeed("nightly", "--date", "2025-09-30"));
        commands.run("nightly", "--date", "2025-09-30").refusedWith(4, "published and complete; nothing was done");
        commands.run("nightly", "--date", "2025-09-30", "--scheduler").refusedWith(0, "nothing was done");

        refuseWrongDates();
        refuseWrongCommands();

        // Then readers still see what was published
        assertThat(commands.succeed("status"))
                .contains("2025-09-30: " + published.customers() + " customers, publication 1");

        requireNightTellsOfRejectedLines();
    }

    /** There is nothing to train from, and no night. */
    private void refuseAllWithoutData() {
        commands.run("nightly", "--date", "2025-09-30").refusedWith(64, "there are no transactions");
        commands.run("train").refusedWith(64, "there are no transactions");
        commands.run("scores", "--customer", "C000001").refusedWith(21, "nothing is published yet");
        assertThat(commands.succeed("models")).contains("there is no model yet");
        assertThat(commands.succeed("status")).contains("nothing yet", "allegiance import FILE");
    }

    /** A person must train one. */
    private void refuseNightWithoutModel() {
        shop.land(commands, FIRST_DAY, DATE);
        commands.run("nightly", "--date", "2025-09-30").refusedWith(21, "there is no model as of 2025-09-30");
    }

    /** The message says which dates are right. */
    private void refuseWrongDates() {
        commands.run("nightly", "--date", "2025-05-31").refusedWith(64, "the first transactions are of 2025-06-01");
        commands.run("nightly", "--date", "2199-01-01").refusedWith(64, "is in the future");
        commands.run("nightly", "--date", "2199-01-01", "--scheduler").refusedWith(64, "is in the future");
        commands.run("nightly", "--date", "2025-02-29").refusedWith(64, "2025-02-29");
        commands.run("train", "--as-of", "2025-05-31").refusedWith(64, "the first transactions are of 2025-06-01");
        commands.run("train", "--as-of", "2199-01-01").refusedWith(64, "is in the future");
        commands.run("scores", "--export", folder.resolve("none.csv").toString(), "--date", "2025-09-01")
                .refusedWith(64, "there is no publication of 2025-09-01");
    }

    /** The command says so before anything starts. */
    private void refuseWrongCommands() {
        commands.run("nightly", "--date", "2025-09-30", "--fast").refusedWith(64, "--fast");
        commands.run("nightly").refusedWith(64, "--date");
        commands.run("nightly", "--date", "2025-09-30", "--confirm-empty").refusedWith(64, "needs --by NAME");
        commands.run("nihgtly", "--date", "2025-09-30").refusedWith(64, "nihgtly");
        commands.run().refusedWith(64, "which command?");
    }

    /**
     * When a line of the next day is in a currency without a rate, then the night says so, and a scheduler is spared
     * it.
     */
    private void requireNightTellsOfRejectedLines() throws IOException {
        shop.land(commands, LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 2));
        Path pounds = Files.writeString(
                folder.resolve("pounds.csv"),
                "transaction_id,customer_id,occurred_at,amount,currency\nP1,C000001,2025-10-01,5,GBP\nP2,C000001,2025-10-02,5,GBP\n");
        commands.succeed("import", pounds.toString());
        assertThat(commands.run("nightly", "--date", "2025-10-01").endedWith(3).stdout())
                .contains("of 2025-10-01 (publication 2", "1 line was rejected; 'allegiance rejects' lists them");
        commands.run("nightly", "--date", "2025-10-02", "--scheduler").endedWith(0);
    }

    private static String encrypted(String jdbcUrl) {
        return TestDatabase.isEmbedded() ? jdbcUrl : jdbcUrl.replace("sslMode=DISABLED", "sslMode=REQUIRED");
    }
}
