package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator edits a file and makes a mistake: it is refused where it stands, before anything runs. */
@Tag("story")
class A08_ConfigurationIsCheckedFirstTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 1);
    private static final LocalDate DATE = LocalDate.of(2025, 9, 30);
    private static final String DATE_TEXT = DATE.toString();

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private final Commands commands = Commands.on(SCHEMA, folder.resolve("home"));
    private final Path segments = folder.resolve("segments.yaml");
    private final Commands theirs = commands.with("allegiance.nightly.segments", segments);

    @Test
    void aMistakeIsRefusedWhereItStands() throws IOException {
        // Given data and a model
        new Shop(300, FIRST_DAY, DATE, folder).land(commands, FIRST_DAY, DATE);
        commands.succeed("train", "--as-of", DATE.minusDays(1).toString());
        String rules = Files.readString(Path.of("jobs", "segments.yaml"));

        refuseBrokenSegmentRules(rules);
        refuseSettingsOfNoMeaning();
        refuseClosureOfNoDate();
        refuseAnchorsWithinAnchors();
        refuseChangesOfFixedSettings();

        // Then none of this took in a line or wrote a score
        RunRecords runs = RunRecords.of(SCHEMA);
        assertThat(runs.isTakenIn(DATE)).isFalse();
        assertThat(runs.scoreRows()).isZero();

        // When the file is mended, then the same command carries on, with segments of the operator's own
        Files.writeString(segments, rules.replace("CHAMPIONS", "THE_BEST"));
        theirs.succeed("nightly", "--date", DATE_TEXT);
        assertThat(Readers.of(SCHEMA).segments().values())
                .contains("THE_BEST", "LOST")
                .doesNotContain("CHAMPIONS");
    }

    private void refuseBrokenSegmentRules(String rules) throws IOException {
        // When somebody mistypes a field of the segment rules, then the file and its line are named
        Files.writeString(segments, rules.replaceFirst("frequency_monetary: 5", "frequency_monetry: 5"));
        isRefused(theirs, segments + ", line " + lineOf(segments, "frequency_monetry: 5"));

        // When the rules leave somebody over, then it says whom
        Files.writeString(segments, rules.substring(0, rules.indexOf("  - segment: LOST")));
        isRefused(theirs, segments.toString());

        // When rules by a score forget those for whom it is unknown, then it says so
        Files.writeString(segments, """
                segments:
                - {segment: CLOSE, meaning: m, when: {loyalty_score: 50..}}
                - {segment: DISTANT, meaning: m, when: {loyalty_score: ..50}}
                """);
        isRefused(theirs, "loyalty_score unknown");

        // When others can change the file, then it says who
        Files.setPosixFilePermissions(segments, PosixFilePermissions.fromString("rw-rw-rw-"));
        isRefused(theirs, "the file of segment rules " + segments + " is not read, because others could change it");

        // When the file is not there, or is none
        Files.delete(segments);
        isRefused(theirs, "cannot be read");
        Files.write(segments, new byte[] {(byte) 0xff, 0, 1});
        isRefused(theirs, segments.toString());
    }

    /** When a closure in a file is no date, then the file and its line are named. */
    private void refuseClosureOfNoDate() throws IOException {
        Path jobs = Files.createDirectory(folder.resolve("jobs"));
        Files.writeString(jobs.resolve("nightly.yaml"), """
                allegiance:
                  closed:
                    - 2025-08-01..2025-08-14
                    - 25.12.2025
                """);
        Commands edited = commands.with("allegiance.jobs", jobs);
        isRefused(
                edited,
                "allegiance.closed[1]: a range of dates is written such as 2024-03-16..2024-05-31, and one date such as 2024-12-25; was '25.12.2025'; correct "
                        + jobs.resolve("nightly.yaml") + ", line 4");
    }

    /** Unbounded, reading these would take hours, and a request to stop would not be obeyed. */
    private void refuseAnchorsWithinAnchors() throws IOException {
        String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
        Files.writeString(segments, bomb);
        isRefused(theirs, segments + ", line 2: anchors (&, *) are not read");
        Path settings = Files.writeString(folder.resolve("jobs").resolve("nightly.yaml"), bomb);
        isRefused(
                commands.with("allegiance.jobs", settings.getParent()),
                settings + ", line 2: anchors (&, *) are not read");
    }

    /** When a number or a switch of the night is none, then nothing starts. */
    private void refuseSettingsOfNoMeaning() {
        isRefused(commands.with("allegiance.horizon-days", 0), "allegiance.horizon-days must be in 1 to 730");
        isRefused(
                commands.with("allegiance.further-horizons", "30, 90"),
                "allegiance.further-horizons must be at most 5 different numbers of days in 1 to 3650");
        isRefused(commands.with("allegiance.zone", "Middle/Earth"), "Middle/Earth");
        isRefused(
                commands.with("allegiance.nightly.churn-bands.medium", 0.9),
                "churn band edges must be in 0 < medium < high < 1");
        isRefused(
                commands.with("allegiance.nightly.chunk.scores", 0),
                "allegiance.nightly.chunk must hold 1 item or more");
        isRefused(
                commands.with("allegiance.nightly.segment-hold-days", -1),
                "allegiance.nightly.segment-hold-days must be 0 or more; was -1");
        isRefused(commands.with("allegiance.nightly.late-days", "soon"), "soon");
        isRefused(
                commands.with("allegiance.closed", "2025-08-14..2025-08-01"),
                "allegiance.closed: a range of dates begins with the earlier one; was 2025-08-14..2025-08-01; correct the"
                        + " command line");
    }

    /** When zone or currency are changed after the first run, then the way out is said. */
    private void refuseChangesOfFixedSettings() {
        isRefused(
                commands.with("allegiance.zone", "Europe/Berlin"),
                "allegiance.zone is Europe/Berlin in the configuration, but");
        commands.with("allegiance.reporting-currency", "GBP")
                .run(
                        "import",
                        folder.resolve("till-" + FIRST_DAY + "-" + DATE + ".csv")
                                .toString())
                .refusedWith(21, "allegiance.reporting-currency is GBP");
    }

    private static void isRefused(Commands commands, String words) {
        commands.run("nightly", "--date", DATE_TEXT).refusedWith(21, words);
    }

    private static int lineOf(Path file, String text) throws IOException {
        return Files.readAllLines(file).stream().map(String::strip).toList().indexOf(text) + 1;
    }
}
