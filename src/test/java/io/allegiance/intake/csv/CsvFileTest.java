package io.allegiance.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.failure.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
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

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
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
        assertRefused(file("PK\u0003\u0004\u0014\u0000\u0006"), "is not a CSV file: its first line holds binary data");
    }

    @Test
    void aFileWithoutAHeaderIsRefused() throws IOException {
        assertRefused(file("42,2024-01-01,3.50\n"), "has no header that names its columns (customer_id, occurred_at)");
    }

    @Test
    void otherSeparatorsAreNamed() throws IOException {
        assertRefused(file("customer_id;occurred_at;amount\n1;2;3\n"), "in its first line; it uses semicolons.");
        assertRefused(file("customer_id\toccurred_at\n1\t2\n"), "in its first line; it uses tabs.");
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
    void utf16IsNamed() throws IOException {
        assertRefused(file((HEADER).getBytes(StandardCharsets.UTF_16)), "is UTF-16; save it as UTF-8");
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
