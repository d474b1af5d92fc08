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

/** While a night lies failed, somebody trains a model and somebody edits the configuration. It ends as it began. */
@Tag("story")
class A23_ARerunKeepsWhatItWasOpenedWithTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 7, 1);
    private static final LocalDate NIGHT = LocalDate.of(2025, 9, 29);
    private static final LocalDate NEXT = NIGHT.plusDays(1);

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @AutoClose
    private static final TestDatabase.Schema TWIN = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    @Test
    void aFailedNightEndsWithTheModelAndTheConfigurationItBeganWith() {
        // Given a night that fails when its scores are about to be published, and the same shop where it does not
        Commands commands = open(SCHEMA, "home");
        Commands twin = open(TWIN, "twin");
        Published expected = Published.of(twin.succeed("nightly", "--date", NIGHT.toString()));
        Faults faults = Faults.of(SCHEMA);
        faults.refuseRows("segment_summary");
        assertThat(commands.run("nightly", "--date", NIGHT.toString()).code()).isNotZero();
        faults.refuseNoRows();

        // When a model is trained and the configuration edited, then the same command says that neither counts
        commands.succeed("train", "--as-of", NIGHT.minusDays(1).toString());
        Commands edited = commands.with("allegiance.nightly.churn-bands.medium", 0.11)
                .with("allegiance.nightly.loyalty-weights.repeat", 7);
        Commands.Result rerun =
                edited.run("nightly", "--date", NIGHT.toString()).endedWith(0);
        assertThat(rerun.stderr())
                .contains("goes on with what it was opened with: model " + NIGHT.minusDays(7))
                .contains("although " + NIGHT.minusDays(1))
                .contains("the configuration of then, although it was edited since");
        assertThat(Published.of(rerun.stdout())).isEqualTo(expected);

        // Then the next night uses both
        Published next = Published.of(edited.succeed("nightly", "--date", NEXT.toString()));
        assertThat(next.scoreDigest())
                .isNotEqualTo(Published.of(twin.succeed("nightly", "--date", NEXT.toString()))
                        .scoreDigest());
        assertThat(PublicationRecords.of(SCHEMA).models()).isEqualTo(2);
    }

    private static Commands open(TestDatabase.Schema schema, String home) {
        Commands commands = Commands.on(schema, folder.resolve(home));
        Shop shop = new Shop(400, FIRST_DAY, NEXT, folder);
        shop.land(commands, FIRST_DAY, NEXT);
        commands.succeed("train", "--as-of", NIGHT.minusDays(7).toString());
        return commands;
    }
}
