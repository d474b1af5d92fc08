package io.allegiance.intake.csv;

import static io.allegiance.testing.Packed.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.failure.UsageException;
import io.allegiance.testing.Packed;
import io.allegiance.testing.Sheets;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    private static final String HEADER = "customer_id,occurred_at,amount\n";

    @TempDir
    private Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("sales.csv"), content);
    }

    private Path file(String content) throws IOException {
        return file(content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<CsvLine> read(Path path) {
        List<CsvLine> lines = new ArrayList<>();
        try (CsvFile file = CsvFile.open(path)) {
            file.header(ImportKind.TRANSACTION);
            Optional<CsvLine> line = file.next();
            while (line.isPresent()) {
                lines.add(line.get());
                line = file.next();
            }
        }
        return lines;
    }

    private static void assertRefused(Path path, String sentence) {
        assertThatThrownBy(() -> read(path)).isInstanceOf(UsageException.class).hasMessageContaining(sentence);
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertRefused(folder.resolve("none.csv"), "There is no file ");
    }

    @Test
    void aFolderIsRefused() {
        assertRefused(folder, "is not a file that can be read twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\r\n\n", "\ufeff", "\ufeff\n"})
    void anEmptyFileIsRefused(String content) throws IOException {
        assertRefused(file(content), " is empty.");
        assertRefused(file(gzip(content.getBytes(StandardCharsets.UTF_8))), " is empty.");
    }

    @Test
    void aBinaryIsRefused() throws IOException {
        byte[] noise = new byte[100_000];
        new SplittableRandom(3).nextBytes(noise);
        noise[0] = 'M';
        assertRefused(file(noise), "is not a CSV file: its first line holds binary data");
        assertRefused(file(new byte[1_000]), "is not a CSV file: its first line holds binary data");
    }

    @Test
    void aFileWithoutAHeaderIsRefused() throws IOException {
        assertRefused(file("42,2024-01-01,3.50\n"), "has no header that names its columns (customer_id, occurred_at)");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsFoundInTheHeader(String delimiter) throws IOException {
        String text = HEADER + "1,2024-01-01,\"x,y;z\"\n";
        try (CsvFile file = CsvFile.open(file(delimited(text, delimiter)))) {
            file.header(ImportKind.TRANSACTION);
            assertThat(file.next().orElseThrow().fields()).containsExactly("1", "2024-01-01", "x,y;z");
            assertThat(file.form().delimiter()).isEqualTo(delimiter.charAt(0));
            assertThat(file.form().isOurs()).isEqualTo(delimiter.equals(","));
        }
    }

    /** Parts the fields of a text by another delimiter; quoted ones keep their commas. */
    private static String delimited(String text, String delimiter) {
        return text.replaceAll(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", delimiter);
    }

    @Test
    void aGivenDelimiterIsNotDoubted() throws IOException {
        Path file = file("customer_id;occurred_at;amount\n1;2;3\n");
        assertThatThrownBy(() -> header(file, new TextLayout(',', null)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("in its first line; it uses semicolons.");
        assertThat(header(file("customer_id^occurred_at\n"), new TextLayout('^', null))
                        .width())
                .isEqualTo(2);
    }

    private static Header header(Path path, TextLayout layout) {
        try (CsvFile file = CsvFile.open(path, layout)) {
            return file.header(ImportKind.TRANSACTION);
        }
    }

    @Test
    void excelsLineThatNamesTheDelimiterIsNotTheHeader() throws IOException {
        List<CsvLine> lines = read(file("\ufeffsep=;\r\ncustomer_id;occurred_at;amount,gross\r\n1;2;3\r\n"));
        assertThat(lines).containsExactly(new CsvLine(3, List.of("1", "2", "3")));
        assertThat(read(file("SEP=\t\ncustomer_id\toccurred_at\n1\t2\n")))
                .containsExactly(new CsvLine(3, List.of("1", "2")));
        assertRefused(file("sep=;\n"), " is empty.");
    }

    @Test
    void aQuoteThatIsNeverClosedIsToldWithSemicolonsToo() throws IOException {
        assertRefused(
                file("customer_id;occurred_at;amount\n1;2;3\n4;\"5;6\n7;8;9\n"),
                "the record that begins on line 3 opens a quote that is never closed");
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        assertRefused(file("occurred_at,amount\n"), "lacks the column customer_id");
        assertRefused(file("customer_id,amount\n"), "lacks the column occurred_at");
        assertRefused(file("transaction_id,amount\n"), "lacks the column customer_id and occurred_at");
    }

    @Test
    void aDoubledColumnIsNamed() throws IOException {
        assertRefused(file("customer_id,occurred_at,Customer_ID\n"), "names the column customer_id twice");
        assertRefused(file("customer_id,occurred_at,transaction_ts\n"), "names the column occurred_at twice");
    }

    @Test
    void encodingsAreFoundByTheirMarkOrTheirZeros() throws IOException {
        String text = HEADER + "Müller 😀,2024-01-01,\"3\n4\"\n";
        List<CsvLine> plain = read(file(text));
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(read(file(("\ufeff" + text).getBytes(charset)))).isEqualTo(plain);
            assertThat(read(file(text.getBytes(charset)))).isEqualTo(plain);
            assertThat(read(file(gzip(text.getBytes(charset))))).isEqualTo(plain);
        }
        assertRefused(file(("\ufeff" + text).getBytes(Charset.forName("UTF-32LE"))), "is UTF-32; save it as UTF-8");
    }

    @Test
    void aGivenEncodingIsRead() throws IOException {
        String text = HEADER + "Müller €,2024-01-01,3\n";
        Path file = file(text.getBytes(Charset.forName("windows-1252")));
        try (CsvFile opened = CsvFile.open(file, new TextLayout(null, Charset.forName("windows-1252")))) {
            opened.header(ImportKind.TRANSACTION);
            assertThat(opened.next().orElseThrow().text()).isEqualTo("Müller €,2024-01-01,3");
            assertThat(opened.form().describe()).isEqualTo("a text in windows-1252, parted by commas");
        }
    }

    @Test
    void aUtf16TextOfAnOddLengthSpoilsItsLastLineAlone() throws IOException {
        byte[] whole = ("\ufeff" + HEADER + "1,2,3\n4,5,6").getBytes(StandardCharsets.UTF_16LE);
        List<CsvLine> lines = read(file(Arrays.copyOf(whole, whole.length + 1)));
        assertThat(lines.get(0).isWhole()).isTrue();
        assertThat(lines.get(1).fields()).containsExactly("4", "5", "6\u00ff");
        assertThat(lines.get(1).isWhole()).isFalse();
    }

    @Test
    void workbooksAreReadLikeText() throws IOException {
        byte[] workbook = new Sheets()
                .sheet(Sheets.row(1, Sheets.text("A1", "customer_id"), Sheets.text("B1", "occurred_at"))
                        + Sheets.row(4, Sheets.text("A4", "Müller, 😀"), Sheets.number("B4", 1, "45351")))
                .sheet("Refunds", "visible", "")
                .bytes();
        List<CsvLine> lines = read(file("\ufeff" + "customer_id,occurred_at\n\n\n\"Müller, 😀\",2024-02-29\n"));
        assertThat(read(file(workbook))).isEqualTo(lines);
        assertThat(read(file(Packed.zip("orders.xlsx", workbook)))).isEqualTo(lines);
        assertThat(read(file(gzip(workbook)))).isEqualTo(lines);
        try (CsvFile file = CsvFile.open(file(Packed.zip("orders.xlsx", workbook)))) {
            assertThat(file.form().describe())
                    .isEqualTo("a workbook of which the sheet 'Orders' is read and not 'Refunds',"
                            + " in a zip file (orders.xlsx)");
        }
    }

    @Test
    void aWorkbookWhoseFirstSheetIsEmptyIsRefused() throws IOException {
        assertRefused(file(new Sheets().sheet("").bytes()), "The sheet 'Orders' of the workbook ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><table>", "\n  <?xml version=\"1.0\"?>"})
    void pagesAreRefusedByName(String text) throws IOException {
        assertRefused(file(text), "is a page of HTML or XML; open it in a spreadsheet and save it as .xlsx or CSV");
        assertRefused(file("{\"orders\": []}"), "is JSON; export it as CSV");
    }

    @Test
    void aGzipFileThatIsCutOffIsRefused() throws IOException {
        byte[] noise = new byte[50_000];
        new SplittableRandom(4).nextBytes(noise);
        byte[] whole = gzip((HEADER + Arrays.toString(noise)).getBytes(StandardCharsets.UTF_8));
        for (int length : new int[] {5, 50, whole.length / 2, whole.length - 8, whole.length - 1}) {
            assertRefused(file(Arrays.copyOf(whole, length)), "is cut off; fetch it again");
        }
        whole[whole.length - 6] ^= 1;
        assertRefused(file(whole), "is damaged; fetch it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2024-01-01,\"3", "1,2024-01-01,3\n2,\"2024-01-02,3\n4,5,6\n", "1,2,\"3\"\"", "1,2,\""})
    void aQuoteThatIsNeverClosedIsRefusedWithItsLine(String lines) throws IOException {
        assertRefused(
                file(HEADER + lines),
                "the record that begins on line " + (lines.startsWith("1,2024-01-01,3\n") ? 3 : 2));
    }

    @Test
    void aFieldOfManyMegabytesIsRefused() throws IOException {
        assertRefused(
                file(HEADER + "1,2,3\n1,2,\"" + "x\n".repeat(3_000_000)),
                "the record that begins on line 3 holds more than 4 million characters");
    }

    @Test
    void aLineOfAMegabyteIsRead() throws IOException {
        String field = "x".repeat(1_100_000);
        assertThat(read(file(HEADER + "1,2," + field + "\n3,4,5"))
                        .get(0)
                        .fields()
                        .get(2))
                .isEqualTo(field);
    }

    @Test
    void lineEndsMarksAndCompressionDoNotMatter() throws IOException {
        String text = HEADER + "1,2,3\n\n4,\"5\n5\",6\n7,8,9";
        List<CsvLine> plain = read(file(text));
        assertThat(plain).extracting(CsvLine::number).containsExactly(2L, 4L, 6L);
        assertThat(plain.get(1).fields()).containsExactly("4", "5\n5", "6");
        assertThat(read(file(text + "\n"))).isEqualTo(plain);
        assertThat(read(file("\ufeff" + text))).isEqualTo(plain);
        assertThat(read(file(gzip(("\ufeff" + text).getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(plain);
        assertThat(read(file("\ufeff\"customer_id\"" + text.substring(11)))).isEqualTo(plain);
        assertThat(read(file(text.replace("5\n5", "55").replace("\n", "\r\n"))))
                .extracting(CsvLine::fields)
                .containsExactly(List.of("1", "2", "3"), List.of("4", "55", "6"), List.of("7", "8", "9"));
    }

    @Test
    void aHeaderIsEnough() throws IOException {
        assertThat(read(file("Transaction_TS , CUSTOMER_ID,loyalty card"))).isEmpty();
    }

    @Test
    void aLineIsKeptAsItCame() {
        assertThat(new CsvLine(2, List.of("a\"b", "c,d", "", "e")).text()).isEqualTo("\"a\"\"b\",\"c,d\",,e");
    }

    @Test
    void theTextOfALineIsTheSameLineAgain() {
        SplittableRandom random = new SplittableRandom(12);
        String some = "ab,\"\r\n '#\t\u00c3\u00a9";
        for (int trial = 0; trial < 2_000; trial++) {
            List<String> fields = random.ints(1 + random.nextInt(4), 0, 6)
                    .mapToObj(length -> random.ints(length, 0, some.length() - 1)
                            .mapToObj(at -> some.charAt(at) == '\u00c3' ? "\u00c3\u00a9" : some.substring(at, at + 1))
                            .collect(Collectors.joining()))
                    .toList();
            CsvLine line = new CsvLine(7, fields);
            assertThat(line.isWhole()).isTrue();
            assertThat(CsvLine.parse(7, line.text())).isEqualTo(line);
        }
        assertThat(new CsvLine(2, List.of("M\u00fcller", "5")).isWhole()).isFalse();
        assertThat(new CsvLine(2, List.of("x".repeat(3 << 20), "5")).isWhole()).isFalse();
    }
}
