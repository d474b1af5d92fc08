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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database is away, or does not let us in, or is not the one that the program knows. What time may mend ends with 20,
 * what a person must mend with 21, and the message says what to do.
 */
@Tag("story")
class A07_DatabaseTroubleTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 1);
    private static final LocalDate DATE = LocalDate.of(2025, 9, 30);

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private static Commands commands;
    private static Path file;
    private static Published published;

    @BeforeAll
    static void aNightIsPublished() {
        commands = Commands.on(SCHEMA, folder.resolve("home"));
        file = new Shop(300, FIRST_DAY, DATE, folder).file(FIRST_DAY, DATE);
        published = publish(commands);
    }

    private static Published publish(Commands commands) {
        commands.succeed("import", file.toString());
        commands.succeed("train", "--as-of", DATE.toString());
        return Published.of(commands.succeed("nightly", "--date", DATE.toString()));
    }

    /** Whatever happened, readers see what was published. */
    @AfterAll
    static void theScoresAreStillThere() {
        assertThat(commands.succeed("status")).contains(DATE + ": " + published.customers() + " customers");
    }

    @Test
    void nobodyAnswers() throws IOException {
        int port;
        try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closedAtOnce.getLocalPort();
        }
        commands.with("spring.datasource.url", "jdbc:mysql://127.0.0.1:" + port + "/allegiance")
                .run("nightly", "--date", DATE.toString())
                .refusedWith(20, "nothing answers at the database's address");
    }

    @Test
    void theAddressIsNotOneOfMySql() {
        commands.with("spring.datasource.url", "jdbc:postgresql://127.0.0.1/allegiance")
                .run("status")
                .refusedWith(21, "SPRING_DATASOURCE_URL must look like jdbc:mysql://");
    }

    @Test
    void thePasswordIsWrong() {
        Commands.Result result = commands.with("spring.datasource.password", "tea-and-biscuits")
                .run("nightly", "--date", DATE.toString());

        result.refusedWith(21, "refuses the user name or password");
        assertThat(result.stderr()).doesNotContain("tea-and-biscuits");
    }

    @Test
    void theSchemaIsUnknown() {
        commands.with("spring.datasource.url", SCHEMA.jdbcUrl().replace(SCHEMA.name(), "no_such_schema"))
                .run("nightly", "--date", DATE.toString())
                .refusedWith(21, "no schema of that name");
    }

    @Test
    void theUserMayOnlyRead() {
        try (ReadingAccount reader = ReadingAccount.of(SCHEMA)) {
            Commands theirs = commands.with("spring.datasource.username", reader.user())
                    .with("spring.datasource.password", reader.password());
            theirs.run("status").refusedWith(21, "may not use this schema");

            reader.grantSelect();
            assertThat(theirs.succeed("status")).contains("published");
            theirs.run("import", file.toString()).refusedWith(21, "lacks a right on a table");
            theirs.run("nightly", "--date", DATE.plusDays(1).toString()).refusedWith(21, "lacks a right on a table");
            theirs.run("train", "--as-of", DATE.toString()).refusedWith(21, "lacks a right on a table");
        }
    }

    @Test
    void theSchemaIsTooOldUntilItIsMigrated() throws IOException {
        List<String> versions = migrations();
        SchemaHistory history = SchemaHistory.of(SCHEMA);
        history.forgetNewest();
        try {
            commands.run("nightly", "--date", DATE.toString())
                    .refusedWith(
                            21,
                            "the schema is too old for this program: version " + versions.get(versions.size() - 2)
                                    + ", and " + versions.get(versions.size() - 1) + " is needed");
        } finally {
            history.rememberNewest();
        }
        commands.run("nightly", "--date", DATE.toString()).endedWith(4);
    }

    /** Of V012__name.sql it is 012. */
    private static List<String> migrations() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("sql", "migration"))) {
            return files.map(file -> file.getFileName().toString().substring(1, 4))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theSchemaIsTooNew() {
        SchemaHistory history = SchemaHistory.of(SCHEMA);
        history.addUnknown();
        try {
            commands.run("nightly", "--date", DATE.toString())
                    .refusedWith(21, "the schema is too new for this program: it has version 999");
            commands.run("migrate").refusedWith(21, "the schema is too new for this program");
        } finally {
            history.removeUnknown();
        }
        assertThat(commands.succeed("migrate")).contains("up to date");
    }

    @Test
    void theServerAllowsNoBulkLoads() throws IOException {
        try (TestDatabase.Schema slow = TestDatabase.freshSchema().migrate()) {
            TestDatabase.administrate("SET GLOBAL local_infile = 0");
            Commands slowly = Commands.on(slow, folder.resolve("slow-home"));

            // When everything runs without bulk loads, then it ends with 0 and says so
            Commands.Result landing = slowly.run("import", file.toString()).endedWith(0);
            assertThat(landing.stderr()).contains("local_infile is off: using the slower inserts");
            assertThat(landing.stdout()).doesNotContain("local_infile");
            assertThat(publish(slowly)).isEqualTo(published);

            // And the scores are the same to the byte
            Path theirs = folder.resolve("slow.csv");
            Path ours = folder.resolve("fast.csv");
            slowly.succeed("scores", "--export", theirs.toString());
            commands.succeed("scores", "--export", ours.toString());
            assertThat(theirs).hasSameBinaryContentAs(ours);
            assertThat(Files.size(ours)).isPositive();
        } finally {
            TestDatabase.administrate("SET GLOBAL local_infile = 1");
        }
    }
}
