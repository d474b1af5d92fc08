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

/** Nights that were missed are run later, one after the other, as if each had been run in its time. */
@Tag("story")
class A20_BackfillTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 8, 1);
    private static final LocalDate TRAINED = LocalDate.of(2025, 9, 24);
    private static final LocalDate FROM = TRAINED.plusDays(1);
    private static final LocalDate TO = TRAINED.plusDays(4);

    @AutoClose
    private static final TestDatabase.Schema IN_TIME =
            TestDatabase.freshSchema().migrate();

    @AutoClose
    private static final TestDatabase.Schema LATER = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private final Commands inTime = Commands.on(IN_TIME, folder.resolve("in-time"));
    private final Commands later = Commands.on(LATER, folder.resolve("later"));
    private final PublicationRecords published = PublicationRecords.of(LATER);
    private final PublicationRecords expected = PublicationRecords.of(IN_TIME);

    @Test
    void nightsThatAreRunLaterAreThoseThatWereRunInTime() {
        // Given a shop whose nights were run in their time
        Shop shop = new Shop(400, FIRST_DAY, TO, folder);
        shop.land(inTime, FIRST_DAY, TO);
        inTime.succeed("train", "--as-of", TRAINED.toString());
        FROM.datesUntil(TO.plusDays(1)).forEach(date -> inTime.succeed("nightly", "--date", date.toString()));

        // And the same shop, where the last night alone was run
        shop.land(later, FIRST_DAY, TO);
        later.succeed("train", "--as-of", TRAINED.toString());
        later.succeed("nightly", "--date", TO.toString());

        requireDryRunOnlyTells();
        requireMissingNightsAreRun();
        requireAllNightsAreRunAnew();
    }

    /** When somebody asks what a backfill would do, then it says so and does nothing. */
    private void requireDryRunOnlyTells() {
        assertThat(later.succeed("backfill", "--from", "" + FROM, "--to", "" + TO, "--dry-run"))
                .contains(FROM + "  run   not published", TO + "  skip  published")
                .contains("3 of 4 nights would be run; each needs a slot, and 63 are free");
        assertThat(later.succeed("backfill", "--from", "" + TRAINED.minusDays(1), "--to", "" + TRAINED, "--dry-run"))
                .contains(TRAINED.minusDays(1) + "  run   not published; no model as of then");
        assertThat(published.digests("score_digest")).hasSize(1);
    }

    /** When it is run, then the nights are those of the shop that was in time, and readers keep the later one. */
    private void requireMissingNightsAreRun() {
        assertThat(later.succeed("backfill", "--from", "" + FROM, "--to", "" + TO)
                        .lines())
                .hasSize(3);
        assertThat(published.digests("score_digest")).isEqualTo(expected.digests("score_digest"));
        assertThat(published.digests("row_digest").subList(0, 3))
                .isEqualTo(expected.digests("row_digest").subList(0, 3));
        assertThat(Readers.of(LATER).date()).isEqualTo(TO);
        later.run("backfill", "--from", "" + FROM, "--to", "" + TO).refusedWith(4, "nothing was done");
        later.run("backfill", "--from", "" + FROM, "--to", "" + TO, "--mode", "failed")
                .refusedWith(4, "nothing was done");
    }

    /** When all of them are run anew, then the last one knows the night before it as well. */
    private void requireAllNightsAreRunAnew() {
        assertThat(later.succeed("backfill", "--from", "" + FROM, "--to", "" + TO, "--mode", "all")
                        .lines())
                .hasSize(4);
        assertThat(published.digests("row_digest")).isEqualTo(expected.digests("row_digest"));
        assertThat(Readers.of(LATER).date()).isEqualTo(TO);
    }

    @Test
    void aRangeThatIsWrongIsRefused() {
        try (TestDatabase.Schema schema = TestDatabase.freshSchema().migrate()) {
            Commands commands = Commands.on(schema, folder.resolve("refused"));
            new Shop(50, FIRST_DAY, FROM, folder).land(commands, FIRST_DAY, FROM);
            commands.run("backfill", "--from", "" + TO, "--to", "" + FROM).refusedWith(64, "is after --to");
            commands.run("backfill", "--from", "" + FROM, "--to", "2199-01-01").refusedWith(64, "is in the future");
            commands.run("backfill", "--from", "2000-01-01", "--to", "" + TO)
                    .refusedWith(64, "the first transactions are of");
            commands.run("backfill", "--from", "" + FROM, "--to", "" + TO, "--mode", "some")
                    .refusedWith(64, "--mode");
        }
    }
}
