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
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * In the afternoon somebody asks the doctor, does what it says, and the night runs. Before each mend the doctor ends with 21
 * and names it, after it with 0.
 */
@Tag("story")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class A17_TheDoctorSaysWhatWouldFailTonightTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 1);
    private static final LocalDate DATE = LocalDate.of(2025, 9, 28);

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema();

    @TempDir
    private static Path folder;

    private Commands commands;
    private Shop shop;

    @BeforeEach
    void aShop() {
        commands = Commands.on(SCHEMA, folder.resolve("home"));
        shop = new Shop(300, FIRST_DAY, DATE.plusDays(3), folder);
    }

    @Test
    @Order(1)
    void anEmptySchemaIsMadeReady() {
        assertFails(commands, "schema", "run 'allegiance migrate'");
        commands.succeed("migrate");
        assertFails(commands, "source", "allegiance import FILE");
        shop.land(commands, FIRST_DAY, DATE);
        assertFails(commands, "model", "allegiance train");
        commands.succeed("train");
        assertHealthy(commands);
        commands.succeed("nightly", "--date", DATE.toString());
    }

    @Test
    @Order(2)
    void amountsThatAreTextsAreMadeNumbers() {
        shop.land(commands, DATE.plusDays(1), DATE.plusDays(1));
        LandedLines lines = LandedLines.of(SCHEMA);
        lines.defineView("CONCAT(amount, ' EUR')");
        assertFails(commands, "source", "define the view again with CAST(... AS DECIMAL(19, 4)) AS amount");
        commands.run("nightly", "--date", DATE.plusDays(1).toString())
                .refusedWith(21, "the column amount of the view source_transaction is of type varchar");

        lines.defineView("CAST(CONCAT(amount, '') AS DECIMAL(19, 4))");
        assertHealthy(commands);
        commands.succeed("nightly", "--date", DATE.plusDays(1).toString());
    }

    @Test
    @Order(3)
    void roomIsMadeForThePublicationAndTheReport() throws IOException {
        // Given slots that are all taken, but one that is to be emptied, and a file in the place of the folder of
        // reports
        shop.land(commands, DATE.plusDays(2), DATE.plusDays(2));
        RunRecords.of(SCHEMA).takeFreeSlots();
        Path reports = Files.writeString(folder.resolve("a-file"), "");
        Commands theirs = commands.with("allegiance.nightly.reports", reports);
        String all = assertFails(theirs, "slots", "allegiance maintain, as allegiance_maintainer");
        assertThat(all).contains("FAIL  report folder", "remove that file, or");

        // When both mends are made, then the night is published and its report written
        theirs.succeed("maintain");
        Files.delete(reports);
        assertHealthy(theirs);
        theirs.succeed("nightly", "--date", DATE.plusDays(2).toString());
        assertThat(reports).isNotEmptyDirectory();
        RunRecords.of(SCHEMA).freeUnpublishedSlots();
    }

    @Test
    @Order(4)
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
    @Order(5)
    void aConfigurationThatIsRefusedIsCorrected() throws IOException {
        assertFails(commands.with("allegiance.horizon-days", 0), "configuration", "correct it in jobs/nightly.yaml");
        assertFails(commands.with("allegiance.zone", "Europe/Berlin"), "fixed settings", "set it back");
        Path jobs = Files.createDirectory(folder.resolve("jobs"));
        Files.writeString(jobs.resolve("nightly.yaml"), "allegiance: [");
        assertFails(commands.with("allegiance.jobs", jobs), "configuration", "correct the files in jobs/");
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
        shop.land(commands, DATE.plusDays(3), DATE.plusDays(3));
        commands.succeed("nightly", "--date", DATE.plusDays(3).toString());
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
