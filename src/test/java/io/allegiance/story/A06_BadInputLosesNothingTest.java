package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What people hand to {@code import}. What is no such file lands nothing and ends with 64; a bad line waits in quarantine
 * with its number and reason while the others land, which ends with 3; and no line is ever lost.
 */
@Tag("story")
class A06_BadInputLosesNothingTest {

    private static final String HEADER = "transaction_id,line_key,customer_id,occurred_at,type,amount,currency\n";
    private static final String GOOD = "T1,1,42,2024-02-29,purchase,5.00,\n";
    private static final Pattern TOTALS =
            Pattern.compile("lines read (\\d+) = landed (\\d+) \\+ already landed (\\d+) \\+ rejected (\\d+)");

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private final LandedLines lines = LandedLines.of(SCHEMA);

    @BeforeEach
    void empty() {
        lines.empty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    an empty file        |                                              | is empty
                    a binary             | \\1\\2\\177ELF                       | is not a CSV file: its first line holds binary data
                    no header            | T1,1,42,2024-02-28,purchase,5.00              | has no header that names its columns
                    wrong columns        | receipt;shopper;bought_on                     | has no header that names its columns
                    a missing column     | transaction_id,occurred_at,amount\\nT1,2024-02-28,5 | lacks the column customer_id
                    a doubled column     | customer_id,occurred_at,amount,amount\\n42,2024-02-28,5,5 | names the column amount twice
                    a quote never closed | customer_id,occurred_at,amount\\n42,2024-02-28,5\\n42,"2024-02-28,5\\n | opens a quote that is never closed
                    """)
    void whatIsNoSuchFileLandsNothing(String what, String content, String words) throws IOException {
        byte[] bytes =
                content == null ? new byte[0] : content.translateEscapes().getBytes(StandardCharsets.UTF_8);

        land(bytes).refusedWith(64, words);

        assertThat(lines.list()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        commands().run("import", folder.resolve("none.csv").toString()).refusedWith(64, "none.csv");
    }

    @Test
    void filesOfOtherProgramsLand() throws IOException {
        // Given a mark of byte order, line ends of Windows, quoted line breaks, and the columns in another order
        String file = "\ufeffcustomer_id,amount,occurred_at,category,transaction_id,line_key\r\n"
                + "42,5.00,2024-02-29 13:45:00,\"tea\r\nand \"\"biscuits\"\"\",T1,1\r\n"
                + "\r\n"
                + "43,,2024-02-29T13:45:00+01:00,,T2,1";

        // When it is imported twice
        Commands.Result first = land(file.getBytes(StandardCharsets.UTF_8)).endedWith(0);
        Commands.Result again = land(file.getBytes(StandardCharsets.UTF_8)).endedWith(0);

        // Then it lands once
        assertThat(first.stdout()).contains("lines read 2 = landed 2 + already landed 0 + rejected 0");
        assertThat(again.stdout()).contains("lines read 2 = landed 0 + already landed 2 + rejected 0");
        assertThat(lines.list()).containsExactly("42 2024-02-29 5.0000", "43 2024-02-29 -");
    }

    @Test
    void idsAreBytesNotLooks() throws IOException {
        String longest = "😀".repeat(64);

        Commands.Result result = land("T1,1,😀,2024-01-02,,5,\n"
                        + "T2,1,😀😀,2024-01-02,,5,\n"
                        + ("T3,1," + longest + ",2024-01-02,,5,\n")
                        + "T4,1,é,2024-01-02,,5,\n"
                        + "T5,1,e\u0301,2024-01-02,,5,\n"
                        + "T6,1,E,2024-01-02,,5,\n"
                        + "T7,1, e ,2024-01-02,,5,\n")
                .endedWith(0);

        assertThat(result.stdout()).contains("lines read 7 = landed 7");
        assertThat(lines.customers()).containsExactlyInAnyOrder("😀", "😀😀", longest, "é", "e\u0301", "E", "e");
    }

    @Test
    void aDateToComeLandsAndWaits() throws IOException {
        Commands.Result result =
                land(GOOD + "T2,1,42,2150-01-01,purchase,5.00,\n").endedWith(0);

        assertThat(result.stdout())
                .contains("lines read 2 = landed 2", "1 line is of a day to come and waits for the night of the day");
    }

    @Test
    void aBadLineWaitsWithItsReasonAndTheOthersLand() throws IOException {
        // Given one good line, and one of every kind of bad one, the last of them in another encoding
        Map<String, String> bad = reasonsOfBadLines();
        byte[] file = concat(
                (HEADER + GOOD + String.join("\n", bad.keySet()) + "\n").getBytes(StandardCharsets.UTF_8),
                "B17,1,M\u00fcller,2024-01-02,purchase,5.00,\n".getBytes(StandardCharsets.ISO_8859_1),
                "T9,1,43,2024-01-02,purchase,7.00,\n".getBytes(StandardCharsets.UTF_8));
        bad.put("B17", "INVALID_UTF8");

        // When it is imported
        Commands.Result result = land(file).endedWith(3);

        // Then each has its reason and waits, and the good ones landed
        Matcher totals = TOTALS.matcher(result.stdout());
        assertThat(totals.find()).isTrue();
        assertThat(List.of(totals.group(1), totals.group(2), totals.group(3), totals.group(4)))
                .containsExactly("19", "2", "0", "17");
        assertThat(lines.rejections())
                .containsExactlyElementsOf(bad.entrySet().stream()
                        .map(each -> {
                            String id = each.getKey().substring(0, 3);
                            return (Integer.parseInt(id.substring(1)) + 2) + " " + id + " " + each.getValue();
                        })
                        .toList());
        assertThat(lines.longestRejection()).isGreaterThan(1 << 20);
        assertThat(lines.list()).containsExactly("42 2024-02-29 5.0000", "43 2024-01-02 7.0000");

        // And the report says each reason once, in a sentence
        assertThat(result.stdout())
                .contains("rejected 3 BAD_TIME: The date or time is none", "rejected 1 INVALID_UTF8: ")
                .doesNotContain("yyyy");
        assertThat(result.stderr()).doesNotContain("yyyy").doesNotContain("ller");
    }

    /** Bad lines, each with the reason that it waits for. */
    private static Map<String, String> reasonsOfBadLines() {
        Map<String, String> bad = new TreeMap<>();
        bad.put("B01,1,42,2023-02-29,purchase,5.00,", "BAD_TIME");
        bad.put("B02,1,42,31.12.2023,purchase,5.00,", "BAD_TIME");
        bad.put("B03,1,42,2024-01-02T25:00:00,purchase,5.00,", "BAD_TIME");
        bad.put("B04,1,42,,purchase,5.00,", "MISSING_TIME");
        bad.put("B05,1,42,0024-01-02,purchase,5.00,", "TIME_OUT_OF_RANGE");
        bad.put("B06,1,42,2024-01-02,purchase,1e30,", "NUMBER_OUT_OF_RANGE");
        bad.put("B07,1,42,2024-01-02,purchase,NaN,", "BAD_NUMBER");
        bad.put("B08,1,42,2024-01-02,purchase,five,", "BAD_NUMBER");
        bad.put("B09,1,42,2024-01-02,purchase,-5.00,", "NEGATIVE_AMOUNT");
        bad.put("B10,1,42,2024-01-02,gift,5.00,", "UNKNOWN_TYPE");
        bad.put("B11,1,42,2024-01-02,purchase,5.00,XYZ", "UNKNOWN_CURRENCY");
        bad.put("B12,1," + "x".repeat(65) + ",2024-01-02,purchase,5.00,", "ID_TOO_LONG");
        bad.put("B13,1," + "😀".repeat(65) + ",2024-01-02,purchase,5.00,", "ID_TOO_LONG");
        bad.put("B14,1,a\u0007b,2024-01-02,purchase,5.00,", "CONTROL_CHARACTER");
        bad.put("B15,1,42,2024-01-02", "WRONG_FIELD_COUNT");
        bad.put("B16,1," + "y".repeat(1 << 20) + ",2024-01-02,purchase,5.00,", "ID_TOO_LONG");
        return bad;
    }

    @Test
    void theSameKeyWithOtherContentIsRefusedUntilReplaced() throws IOException {
        land(GOOD).endedWith(0);

        assertThat(land("T1,1,42,2024-02-29,purchase,6.00,\n").endedWith(3).stdout())
                .contains("rejected 1 CONFLICTING_CONTENT");
        assertThat(lines.list()).containsExactly("42 2024-02-29 5.0000");

        Path file = Files.writeString(folder.resolve("right.csv"), HEADER + "T1,1,42,2024-02-29,purchase,6.00,\n");
        commands().run("import", "--replace", file.toString()).endedWith(0);
        assertThat(lines.list()).containsExactly("42 2024-02-29 6.0000");
    }

    private static Commands commands() {
        return Commands.on(SCHEMA, folder.resolve("home"));
    }

    private static Commands.Result land(String lines) throws IOException {
        return land((HEADER + lines).getBytes(StandardCharsets.UTF_8));
    }

    private static Commands.Result land(byte[] content) throws IOException {
        return commands()
                .run("import", Files.write(folder.resolve("file.csv"), content).toString());
    }

    private static byte[] concat(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
