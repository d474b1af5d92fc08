package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.Packed;
import io.allegiance.testing.Sheets;
import io.allegiance.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same trade in every form that shops export lands as the same lines; what is no table, or is broken, ends with one
 * sentence and lands nothing.
 */
@Tag("story")
class A06_FilesOfAnyFormTest {

    private static final String TRADE = """
            transaction_id,customer_id,occurred_at,amount
            T1,Müller,2024-02-29,5.5
            T2,"a;b,c",2024-03-01 13:45:00,10000000
            """;

    private static final String[] LANDED = {"Müller 2024-02-29 5.5000", "a;b,c 2024-03-01 10000000.0000"};
    private static final Charset WESTERN = Charset.forName("windows-1252");

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private final LandedLines lines = LandedLines.of(SCHEMA);

    @BeforeEach
    void empty() {
        lines.empty();
    }

    private static Commands commands() {
        return Commands.on(SCHEMA, folder.resolve("home"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The trade with another delimiter; the quoted field keeps its comma. */
    private static String parted(char delimiter) {
        return TRADE.replace(',', delimiter).replace("b" + delimiter + "c", "b,c");
    }

    private static byte[] workbook() throws IOException {
        return new Sheets()
                .sheet(Sheets.row(
                                1,
                                Sheets.text("A1", "transaction_id"),
                                Sheets.text("B1", "customer_id"),
                                Sheets.text("C1", "occurred_at"),
                                Sheets.text("D1", "amount"))
                        + Sheets.row(
                                2,
                                Sheets.text("A2", "T1"),
                                Sheets.text("B2", "Müller"),
                                Sheets.number("C2", 1, "45351"),
                                Sheets.number("D2", 4, "5.5"))
                        + Sheets.row(
                                3,
                                Sheets.text("A3", "T2"),
                                Sheets.text("B3", "a;b,c"),
                                Sheets.number("C3", 2, "45352.5729166667"),
                                Sheets.number("D3", 0, "1.0E7")))
                .bytes();
    }

    static Stream<Arguments> formsOfOneTrade() throws IOException {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        forms.put("our own", bytes(TRADE));
        forms.put("semicolons", bytes(parted(';')));
        forms.put("tabs", bytes(parted('\t')));
        forms.put("pipes", bytes(parted('|')));
        forms.put("sep= of Excel", bytes("\ufeffsep=;\r\n" + parted(';').replace("\n", "\r\n")));
        forms.put("UTF-16 with a mark", ("\ufeff" + parted('\t')).getBytes(StandardCharsets.UTF_16LE));
        forms.put("UTF-16 without", TRADE.getBytes(StandardCharsets.UTF_16BE));
        forms.put("gzip", Packed.gzip(bytes(parted(';'))));
        forms.put("zip", Packed.zipOf("a/", "", "a/orders.csv", TRADE, "__MACOSX/a/._orders.csv", "x"));
        forms.put("gzip in a zip", Packed.zip("orders.csv.gz", Packed.gzip(bytes(TRADE))));
        forms.put("workbook", workbook());
        forms.put("workbook in a zip", Packed.zip("orders.xlsx", workbook()));
        return forms.entrySet().stream().map(form -> Arguments.of(form.getKey(), form.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formsOfOneTrade")
    void theSameTradeLandsFromEveryForm(String form, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("export"), content);
        Path ours = Files.writeString(folder.resolve("ours.csv"), TRADE);

        // When it is imported, and after it the same trade in our own form
        commands().run("import", file.toString()).endedWith(0);
        Commands.Result again = commands().run("import", ours.toString()).endedWith(0);

        // Then it landed, and was the same
        assertThat(lines.list()).containsExactlyInAnyOrder(LANDED);
        assertThat(again.stdout()).contains("lines read 2 = landed 0 + already landed 2 + rejected 0");
    }

    @Test
    void anEncodingThatTheFileDoesNotShowIsGiven() throws IOException {
        Path file = Files.write(folder.resolve("western.csv"), parted(';').getBytes(WESTERN));

        // Without it the line waits, and the reason says what to type
        assertThat(commands().run("import", file.toString()).endedWith(3).stdout())
                .contains("rejected 1 INVALID_UTF8");
        assertThat(commands().succeed("rejects")).contains("--encoding windows-1252");

        // With it the line lands and waits no more
        assertThat(commands().succeed("import", "--encoding", "windows-1252", file.toString()))
                .contains("landed 1 + already landed 1 + rejected 0", "1 line that was rejected before waits no more");
        assertThat(lines.list()).containsExactlyInAnyOrder(LANDED);
    }

    static Stream<Arguments> filesThatAreRefused() throws IOException {
        byte[] zip = Packed.zip("orders.csv", bytes(TRADE));
        byte[] workbook = workbook();
        return Stream.of(
                Arguments.of("a zip that is cut off", Arrays.copyOf(zip, zip.length - 9), "is cut off or damaged"),
                Arguments.of(
                        "two files in a zip", Packed.zipOf("a.csv", TRADE, "b.csv", TRADE), "2 files (a.csv, b.csv)"),
                Arguments.of("an empty zip", Packed.zipOf("a/", ""), "holds no file"),
                Arguments.of("a zip with a password", Packed.markEncrypted(zip), "is protected by a password"),
                Arguments.of("a zip in a zip", Packed.zip("b.zip", zip), "holds a zip file once more"),
                Arguments.of("an empty file in a zip", Packed.zipOf("a.csv", ""), "is empty"),
                Arguments.of("a workbook that is cut off", Arrays.copyOf(workbook, 900), "is cut off or damaged"),
                Arguments.of("a workbook without sheets", new Sheets().bytes(), "holds no sheet that is visible"),
                Arguments.of("an empty sheet", new Sheets().sheet("").bytes(), "is empty; the first visible sheet"),
                Arguments.of(
                        "a title above the header",
                        new Sheets()
                                .sheet(Sheets.row(1, Sheets.text("A1", "Orders")))
                                .bytes(),
                        "has no header that names its columns"),
                Arguments.of("an old workbook", latin("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"), "(.xls)"),
                Arguments.of(
                        "OpenDocument", Packed.zipOf("mimetype", "", "content.xml", ""), "is an OpenDocument file"),
                Arguments.of("a binary workbook", Packed.zipOf("xl/workbook.bin", ""), "(.xlsb)"),
                Arguments.of(
                        "a page named .xls", bytes("<html><table><tr><td>customer_id"), "is a page of HTML or XML"),
                Arguments.of("JSON", bytes("[{\"customer_id\": 1}]"), "is JSON; export it as CSV"),
                Arguments.of("a PDF", bytes("%PDF-1.7\n"), "is a PDF"),
                Arguments.of("a 7z archive", latin("7z\u00bc\u00af\u0027\u001c"), "is a 7z archive"),
                Arguments.of("UTF-32", TRADE.getBytes(Charset.forName("UTF-32BE")), "holds binary data"),
                Arguments.of("zeros in the header", bytes("customer_id,occurred\0_at\n1,2\n"), "holds binary data"),
                Arguments.of("a quote never closed", bytes(parted(';') + "T3;\"4;5;6\n"), "on line 4 opens a quote"),
                Arguments.of("sep= and no more", bytes("sep=;\n"), "is empty"));
    }

    private static byte[] latin(String text) {
        return (text + "\0".repeat(600)).getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filesThatAreRefused")
    void whatIsNoTableOrIsBrokenLandsNothing(String what, byte[] content, String words) throws IOException {
        Path file = Files.write(folder.resolve("odd"), content);

        commands().run("import", file.toString()).refusedWith(64, words);

        assertThat(lines.list()).isEmpty();
    }

    static Stream<Arguments> filesWithBadLines() throws IOException {
        byte[] utf16 = ("\ufeff" + TRADE.strip()).getBytes(StandardCharsets.UTF_16LE);
        return Stream.of(
                Arguments.of(
                        "UTF-16 of an odd length",
                        Arrays.copyOf(utf16, utf16.length + 1),
                        "1 BAD_NUMBER|1 INVALID_UTF8"),
                Arguments.of(
                        "a line with other delimiters", bytes(TRADE + "T3;9;2024-01-02;5\n"), "1 WRONG_FIELD_COUNT"),
                Arguments.of("a zero in an id", bytes(TRADE + "T3,a\0b,2024-01-02,5\n"), "1 CONTROL_CHARACTER"),
                Arguments.of("a decimal comma", bytes(parted(';') + "T3;9;2024-01-02;5,50\n"), "1 BAD_NUMBER"),
                Arguments.of(
                        "an error in a cell",
                        new Sheets()
                                .sheet(Sheets.row(1, Sheets.text("A1", "customer_id"), Sheets.text("B1", "occurred_at"))
                                        + Sheets.row(2, Sheets.text("A2", "9"), "<c r=\"B2\" t=\"e\"><v>#N/A</v></c>")
                                        + Sheets.row(3, Sheets.text("A3", "9"), Sheets.text("B3", "2024-03-09")))
                                .bytes(),
                        "1 BAD_TIME"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filesWithBadLines")
    void aBadLineWaitsAndTheOthersLand(String what, byte[] content, String reasons) throws IOException {
        Path file = Files.write(folder.resolve("bad"), content);

        assertThat(commands().run("import", file.toString()).endedWith(3).stdout())
                .containsPattern("rejected (" + reasons + "): ");
    }

    @Test
    void severalFilesLandInTheirOrder() throws IOException {
        Path first = Files.writeString(folder.resolve("first.csv"), TRADE);
        Path bad = Files.writeString(folder.resolve("bad.csv"), "customer_id,occurred_at\n1,yesterday\n1,2024-03-10\n");
        Path broken = Files.writeString(folder.resolve("broken.csv"), "no header");

        // Rejected lines of one decide the code of all
        Commands.Result both =
                commands().run("import", first.toString(), bad.toString()).endedWith(3);
        assertThat(both.stdout()).containsSubsequence("first.csv:", "landed 2", "bad.csv:", "rejected 1");

        // A file that fails ends it, and is told with what landed
        Commands.Result stopped = commands()
                .run("import", bad.toString(), broken.toString(), first.toString())
                .endedWith(64);
        assertThat(stopped.stderr())
                .contains("landed: " + bad + "; failed: " + broken + "; not begun: " + first, "has no header");

        // The same file twice is a mistake
        commands()
                .run("import", first.toString(), folder.resolve("./first.csv").toString())
                .refusedWith(64, "is named twice");
        assertThat(lines.list()).contains(LANDED).hasSize(LANDED.length + 1);
    }

    @Test
    void standardInputIsImportedAsAFile() throws IOException {
        InputStream terminal = System.in;
        try {
            System.setIn(new ByteArrayInputStream(Packed.gzip(bytes(parted(';')))));
            assertThat(commands().succeed("import", "-")).contains("landed 2");
            System.setIn(new ByteArrayInputStream(new byte[0]));
            commands().run("import", "-").refusedWith(64, "Standard input is empty");
        } finally {
            System.setIn(terminal);
        }
        assertThat(lines.list()).containsExactlyInAnyOrder(LANDED);
        assertThat(lines.fileNames()).containsExactly("stdin");
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.map(Path::getFileName).map(Path::toString).toList())
                    .noneMatch(name -> name.startsWith("allegiance-input-"));
        }
    }

    @Test
    void unknownDelimitersAndEncodingsAreRefused() {
        commands().run("import", "--delimiter", "comma2", "x.csv").refusedWith(64, "comma, semicolon, tab, pipe");
        commands().run("import", "--delimiter", "a", "x.csv").refusedWith(64, "a delimiter is one character");
        commands().run("import", "--encoding", "utf-99", "x.csv").refusedWith(64, "no encoding has the name 'utf-99'");
    }
}
