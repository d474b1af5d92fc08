package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In the afternoon somebody asks the doctor, does what it says, and the night runs. Before each mend the doctor ends with 21
 * and names it, after it with 0.
 */
@Tag("story")
class A17_TheDoctorSaysWhatWouldFailTonightTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 1);
    private static final LocalDate DATE = LocalDate.of(2025, 9, 28);

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    private static final Iterator<LocalDate> NIGHTS =
            DATE.plusDays(1).datesUntil(DATE.plusDays(4)).iterator();

    @TempDir
    private static Path folder;

    private static Commands commands;
    private static Shop shop;

    @BeforeAll
    static void aShopThatIsScored() {
        commands = Commands.on(SCHEMA, folder.resolve("home"));
        shop = new Shop(300, FIRST_DAY, DATE.plusDays(3), folder);
        shop.land(commands, FIRST_DAY, DATE);
        commands.succeed("train");
        commands.succeed("nightly", "--date", DATE.toString());
    }

    @Test
    void anEmptySchemaIsMadeReady() {
        try (TestDatabase.Schema empty = TestDatabase.freshSchema()) {
            Commands theirs = Commands.on(empty, folder.resolve("their-home"));
            assertFails(theirs, "schema", "run 'allegiance migrate'");
            theirs.succeed("migrate");
            assertFails(theirs, "source", "allegiance import FILE");
            shop.land(theirs, FIRST_DAY, DATE);
            assertFails(theirs, "model", "allegiance train");
            theirs.succeed("train");
            assertHealthy(theirs);
            theirs.succeed("nightly", "--date", DATE.toString());
        }
    }

    @Test
    void amountsThatAreTextsAreMadeNumbers() {
        LocalDate date = landNextDay();
        LandedLines lines = LandedLines.of(SCHEMA);
        lines.defineView("CONCAT(amount, ' EUR')");
        assertFails(commands, "source", "define the view again with CAST(... AS DECIMAL(19, 4)) AS amount");
        commands.run("nightly", "--date", date.toString())
                .refusedWith(21, "the column amount of the view source_transaction is of type varchar");

        lines.defineView("CAST(CONCAT(amount, '') AS DECIMAL(19, 4))");
        assertHealthy(commands);
        commands.succeed("nightly", "--date", date.toString());
    }

    @Test
    void roomIsMadeForThePublicationAndTheReport() throws IOException {
        // Given slots that are all taken, but one that is to be emptied, and a file in the place of the folder of
        // reports
        LocalDate date = landNextDay();
        RunRecords.of(SCHEMA).takeFreeSlots();
        Path reports = Files.writeString(folder.resolve("a-file"), "");
        Commands theirs = commands.with("allegiance.nightly.reports", reports);
        String all = assertFails(theirs, "slots", "allegiance maintain, as allegiance_maintainer");
        assertThat(all).contains("FAIL  report folder", "remove that file, or");

        // When both mends are made, then the night is published and its report written
        theirs.succeed("maintain");
        Files.delete(reports);
        assertHealthy(theirs);
        theirs.succeed("nightly", "--date", date.toString());
        assertThat(reports).isNotEmptyDirectory();
        RunRecords.of(SCHEMA).freeUnpublishedSlots();
    }

    @Test
    void whatKeepsItFromTheDatabaseIsSaidAndTheRestLeftOut() throws IOException {
        int port;
        try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closedAtOnce.getLocalPort();
        }
        assertFails(
                commands.with("spring.datasource.url", "jdbc:mysql://127.0.0.1:" + port + "/allegiance"),
                "database",
                "start the server or correct SPRING_DATASOURCE_URL");
        String all = assertFails(
                commands.with("spring.datasource.password", "tea-and-biscuits"),
                "database",
                "set SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD");
        assertThat(all).doesNotContain("tea-and-biscuits").contains("-     rights            not checked");
        assertFails(
                commands.with("spring.datasource.url", SCHEMA.jdbcUrl().replace(SCHEMA.name(), "no_such_schema")),
                "database",
                "create it, or correct SPRING_DATASOURCE_URL");
    }

    @Test
    void aConfigurationThatIsRefusedIsCorrected() throws IOException {
        assertFails(commands.with("allegiance.horizon-days", 0), "configuration", "correct the command line");
        assertFails(commands.with("allegiance.zone", "Europe/Berlin"), "fixed settings", "set it back");
        Path jobs = Files.createDirectory(folder.resolve("jobs"));
        Files.writeString(jobs.resolve("nightly.yaml"), "allegiance: [");
        assertFails(commands.with("allegiance.jobs", jobs), "configuration", "correct the file");
        Files.delete(jobs.resolve("nightly.yaml"));
        Files.writeString(jobs.resolve("segments.yaml"), "segments:\n- {segment: ALL}\n");
        String all = assertFails(commands.with("allegiance.jobs", jobs), "configuration", "correct the segment rules");
        assertThat(all)
                .contains("segments.yaml, line 2: a rule needs 'meaning'")
                .contains("ok    database");
        Files.delete(jobs.resolve("segments.yaml"));

        // And a program can read it as well
        assertThat(commands.with("allegiance.horizon-days", 0)
                        .run("doctor", "--json")
                        .endedWith(21)
                        .stdout())
                .contains("\"wouldFail\" : true", "\"verdict\" : \"FAIL\"", "\"check\" : \"configuration\"");
        commands.succeed("nightly", "--date", landNextDay().toString());
    }

    private static LocalDate landNextDay() {
        LocalDate date = NIGHTS.next();
        shop.land(commands, date, date);
        return date;
    }

    private static String assertFails(Commands commands, String check, String mend) {
        String out = commands.run("doctor").endedWith(21).stdout();
        assertThat(out.lines().filter(line -> line.startsWith("FAIL  " + check + " ")))
                .as(out)
                .singleElement()
                .asString()
                .contains(" => ")
                .contains(mend);
        assertThat(out).endsWith("Something would fail tonight.\n");
        return out;
    }

    private static void assertHealthy(Commands commands) {
        assertThat(commands.succeed("doctor"))
                .endsWith("Nothing would fail tonight.\n")
                .doesNotContain("FAIL");
    }
}
