package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maintenance deletes what is over and old; a night that failed long ago is still carried on from where it stood. */
@Tag("embedded")
class A24_MaintenanceKeepsWhatIsNeededTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 1);
    private static final LocalDate DATE = LocalDate.of(2025, 9, 28);
    private static final LocalDate REPORT_FAILS = DATE.plusDays(1);
    private static final LocalDate NIGHT_FAILS = DATE.plusDays(2);

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private final Commands commands =
            Commands.on(SCHEMA, folder.resolve("home")).with("allegiance.maintain.publications-kept", 1);
    private final RunRecords runs = RunRecords.of(SCHEMA);
    private final Faults faults = Faults.of(SCHEMA);

    @Test
    void aNightThatFailedLongAgoIsCarriedOnAfterMaintenance() throws IOException {
        Night failed = runThreeNights();
        runs.age(1_000);
        requireDryRunOnlyTells();
        requireMaintenanceIsCarriedOn();
        requireFailedNightIsCarriedOn(failed);
        requireCompleteNightIsKnownWithoutBatchRecords();
        requireLateReportIsRefused();
    }

    /** A night that is complete, one that published but could not write its report, and one that failed half way. */
    private Night runThreeNights() throws IOException {
        new Shop(300, FIRST_DAY, NIGHT_FAILS, folder).land(commands, FIRST_DAY, NIGHT_FAILS);
        commands.succeed("train", "--as-of", DATE.toString());
        commands.succeed("nightly", "--date", DATE.toString());
        Path noFolder = Files.writeString(folder.resolve("no-folder"), "");
        commands.with("allegiance.nightly.reports", noFolder)
                .run("nightly", "--date", REPORT_FAILS.toString())
                .endedWith(20);
        faults.hide("run_threshold");
        commands.run("nightly", "--date", NIGHT_FAILS.toString()).endedWith(21);
        faults.unhide("run_threshold");
        return Night.of(SCHEMA, NIGHT_FAILS);
    }

    /** When all that is years old, then a dry run says what would go, and nothing goes. */
    private void requireDryRunOnlyTells() {
        List<String> would = List.of(
                "slots to empty 1",
                "runs to delete 2",
                "batch executions to delete 2",
                "segment changes to delete 0",
                "reports to delete 1");
        assertThat(commands.succeed("maintain", "--dry-run").lines()).containsExactlyElementsOf(would);
        assertThat(commands.succeed("maintain", "--dry-run").lines()).containsExactlyElementsOf(would);
    }

    /** When maintenance is cut off in the middle, then the same command does the rest. */
    private void requireMaintenanceIsCarriedOn() {
        faults.pinRuns(DATE);
        commands.run("maintain").endedWith(70);
        assertThat(runs.daysTakenIn(DATE)).as("what went before the cut").isZero();
        faults.unpinRuns();
        assertThat(commands.succeed("maintain").lines())
                .containsExactly(
                        "slots emptied 0",
                        "runs deleted 2",
                        "batch executions deleted 2",
                        "segment changes deleted 0",
                        "reports deleted 1");
        assertThat(commands.succeed("maintain").lines()).allMatch(line -> line.endsWith(" 0"));
        assertThat(commands.succeed("decisions"))
                .contains(
                        "   1  ",
                        "MAINTAIN  to delete (1 slot, 2 runs, 2 batch executions, 0 segment changes, 1 report; publications: ")
                .contains(
                        "   2  ",
                        "MAINTAIN  to delete (0 slots, 2 runs, 2 batch executions, 0 segment changes, 1 report; publications: none)")
                .doesNotContain("   3  ");
    }

    /** It goes on from where it stood: no completed step of it is run again. */
    private void requireFailedNightIsCarriedOn(Night before) {
        commands.succeed("nightly", "--date", NIGHT_FAILS.toString());
        assertThat(Night.of(SCHEMA, NIGHT_FAILS)).isEqualTo(before);
    }

    /** When Batch's record of a night that is complete goes, then the night is still known to be complete. */
    private void requireCompleteNightIsKnownWithoutBatchRecords() {
        runs.age(100);
        assertThat(commands.succeed("maintain").lines()).contains("runs deleted 0", "batch executions deleted 2");
        commands.run("nightly", "--date", NIGHT_FAILS.toString()).endedWith(4);
    }

    /** The report that failed, whose rows are gone by now, is not written of an empty slot. */
    private void requireLateReportIsRefused() {
        Commands.Result late =
                commands.run("nightly", "--date", REPORT_FAILS.toString()).endedWith(21);
        assertThat(late.stderr())
                .contains("the report of " + REPORT_FAILS + " cannot be written any more")
                .contains("nothing that readers see is missing")
                .contains("'allegiance abandon --date " + REPORT_FAILS)
                .contains("readers still see publication 3 of " + NIGHT_FAILS);
        assertThat(folder.resolve("home/reports/nightly-" + REPORT_FAILS + ".html"))
                .doesNotExist();
    }
}
