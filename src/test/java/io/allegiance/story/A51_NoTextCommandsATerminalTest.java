package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file has characters that a terminal would obey wherever a file can have them, its own name included, and so have the names and
 * reasons of people: no command prints one.
 */
@Tag("story")
class A51_NoTextCommandsATerminalTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 7, 1);
    private static final LocalDate DATE = LocalDate.of(2025, 9, 30);

    /** What an id may have: C1, a change of direction, separators of lines. */
    private static final String ID = "K\u009b2J\u0085\u202e\u2066\u2028\u2029\uE000x";
    /** What a category and a reason may have besides. */
    private static final String TEXT = "t\u009b8m\u202e\u2028\nforged: all is well\t";
    /** What is refused in a line, and allowed in the name of a file. */
    private static final String REFUSED = "r\u001b[2J\u0007\u007f";

    private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cs}&&[^\\n]]");

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private static Commands commands;
    private static Path file;

    @BeforeAll
    static void scoreTheShop() throws IOException {
        commands = Commands.on(SCHEMA, folder.resolve("home")).with("logging.config", "classpath:logback-spring.xml");
        new Shop(200, FIRST_DAY, DATE, folder).land(commands, FIRST_DAY, DATE);
        file = Files.writeString(folder.resolve(REFUSED + "\nforged: name.csv"), lines());
        print(0, "import", "--preview", file.toString());
        print(3, "import", file.toString());
        print(0, "train", "--as-of", DATE.toString());
        print(0, "nightly", "--date", DATE.toString());
    }

    /** A customer who buys every fourth day, and a line for each thing that is refused. */
    private static String lines() {
        StringBuilder lines = new StringBuilder(
                "transaction_id,line_key,customer_id,occurred_at,amount,category,product,type,\"more " + TEXT + "\"\n");
        for (int day = 0; day < 80; day += 4) {
            lines.append("T")
                    .append(ID)
                    .append(day)
                    .append(",")
                    .append(ID)
                    .append(",")
                    .append(ID)
                    .append(",")
                    .append(FIRST_DAY.plusDays(day))
                    .append(",5.00,\"")
                    .append(TEXT)
                    .append(day % 8)
                    .append("\",\"")
                    .append(TEXT)
                    .append("\",PURCHASE,\"")
                    .append(TEXT)
                    .append("\"\n");
        }
        return lines.append("R1,1,")
                .append(REFUSED)
                .append(",2025-09-01,1.00,c,p,PURCHASE,\n")
                .append("R2,1,k,2025-09-01,")
                .append(REFUSED)
                .append(",c,p,PURCHASE,\n")
                .append("R3,1,k,")
                .append(REFUSED)
                .append(",1.00,c,p,PURCHASE,\n")
                .append("R4,1,k,2025-09-01,1.00,")
                .append(REFUSED)
                .append(",p,PURCHASE,\n")
                .append("R5,1,k,2025-09-01,1.00,c,")
                .append(ID.repeat(10))
                .append(",PURCHASE,\n")
                .append("R6")
                .append(ID)
                .append(",1,k,2025-09-01,1.00,c,p,")
                .append(TEXT.replace("\n", ""))
                .append(",\n")
                .toString();
    }

    @Test
    void whatIsAskedIsAnsweredWithoutThem() {
        print(0, "import", "--list");
        print(0, "import", "--undo", "2", "--dry-run", "--by", TEXT, "--reason", TEXT);
        print(0, "rejects");
        print(0, "status");
        print(0, "models");
        print(0, "decisions");
        print(0, "maintain", "--dry-run");
        print(0, "backfill", "--from", DATE.toString(), "--to", DATE.toString(), "--dry-run");
        print(0, "scores", "--customer", ID);
        assertThat(print(0, "explain", "--customer", ID)).contains("K?2J??????x");
    }

    @Test
    void jsonHasThemEscaped() {
        for (String command : new String[] {
            "import --list --json",
            "rejects --json",
            "status --json",
            "models --json",
            "decisions --json",
            "doctor --json"
        }) {
            assertThat(JsonMapper.shared()
                            .readTree(print(0, command.split(" ")))
                            .isEmpty())
                    .as(command)
                    .isFalse();
        }
        assertThat(JsonMapper.shared()
                        .readTree(print(0, "scores", "--customer", ID, "--json"))
                        .path("customer_id")
                        .asString())
                .isEqualTo(ID);
        assertThat(JsonMapper.shared()
                        .readTree(print(0, "explain", "--customer", ID, "--json"))
                        .path("customerId")
                        .asString())
                .isEqualTo(ID);
    }

    @Test
    void noFailureRepeatsThem() {
        print(64, "import", file + "-not-there");
        print(64, "import", "--format", REFUSED, file.toString());
        print(64, "import", file.toString(), file.toString());
        print(64, "nightly", "--date", REFUSED);
        print(64, "scores", "--customer", ID + "y");
        print(64, "scores", "--export", folder.resolve("none").resolve(REFUSED).toString());
        print(64, "scores", ID, TEXT);
        print(64, "models", "--promote", REFUSED, "--by", TEXT, "--reason", TEXT);
        print(64, TEXT);
    }

    @Test
    void whatPeopleSayIsInOneLine() {
        print(0, "hold", "--by", TEXT, "--reason", TEXT);
        try {
            print(0, "status");
            print(0, "decisions");
            print(
                    11,
                    "nightly",
                    "--date",
                    DATE.plusDays(1).toString(),
                    "--confirm-empty",
                    "--by",
                    TEXT,
                    "--reason",
                    TEXT);
        } finally {
            print(0, "release", "--by", TEXT);
        }
    }

    @Test
    void settingsAreShownWithoutThem() {
        Commands strange = commands.with("allegiance.nightly.reports", folder.resolve(REFUSED + "\nforged: folder"));
        requirePrintable(strange.run("doctor").endedWith(0));
        requirePrintable(
                commands.with("allegiance.partitions", TEXT).run("status").endedWith(21));
    }

    @Test
    void anExportSaysWhereItIsAndKeepsThem() throws IOException {
        Path export = folder.resolve(REFUSED + "\nforged: scores.csv");
        print(0, "scores", "--export", export.toString());
        assertThat(Files.readString(export)).contains(ID);
        assertThat(rights(export)).isEqualTo("rw-------");
    }

    @Test
    void theReportIsForItsOwnerAndCanBeShown() throws IOException {
        Path reports = folder.resolve("home/reports");
        assertThat(rights(folder.resolve("home"))).isEqualTo("rwx------");
        assertThat(rights(reports)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(reports)) {
            assertThat(files.filter(each -> each.toString().contains(DATE.toString()))
                            .toList())
                    .hasSize(2)
                    .allSatisfy(report -> {
                        assertThat(rights(report)).isEqualTo("rw-------");
                        assertThat(OBEYED.matcher(Files.readString(report)).find())
                                .as(report.toString())
                                .isFalse();
                    });
        }
    }

    @Test
    void anIdComesFromStandardInput() {
        assertThat(printWith(ID + "\nnot read", 0, "scores", "--customer", "-")).contains("K?2J?");
        assertThat(printWith(ID + "\r\n", 0, "explain", "--customer", "-")).contains("K?2J?");
        assertThat(printWith(ID, 0, "scores", "--customer=-", "--json")).contains("K\\u009b2J");
        printWith("", 64, "scores", "--customer", "-");
        printWith(" \n" + ID, 64, "explain", "--customer", "-");
        printWith("x".repeat(1_001), 64, "explain", "--customer", "-");
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String printWith(String standardInput, int code, String... command) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)));
        try {
            return print(code, command);
        } finally {
            System.setIn(before);
        }
    }

    /** Runs a command, looks at all that it prints, and gets what it wrote to standard output. */
    private static String print(int code, String... command) {
        Commands.Result result = commands.run(command).endedWith(code);
        requirePrintable(result);
        return result.stdout();
    }

    private static void requirePrintable(Commands.Result result) {
        for (String said : new String[] {result.stdout(), result.stderr()}) {
            assertThat(OBEYED.matcher(said).find()).as(said).isFalse();
            assertThat(said.lines()).noneMatch(line -> line.startsWith("forged"));
        }
    }
}
