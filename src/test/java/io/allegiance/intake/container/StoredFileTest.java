package io.allegiance.intake.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.failure.StoppedException;
import io.allegiance.failure.UsageException;
import io.allegiance.testing.Packed;
import io.allegiance.testing.Sheets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredFileTest {

    private static final String TEXT = "customer_id,occurred_at\n1,2024-01-01\n";

    @TempDir
    private Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("sales"), content);
    }

    private static String read(Path file) {
        try (StoredFile stored = StoredFile.open(file)) {
            return readOn(stored);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String readOn(StoredFile stored) {
        try {
            return new String(stored.text().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw stored.failure(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void assertRefused(byte[] content, String sentence) throws IOException {
        Path file = file(content);
        assertThatThrownBy(() -> read(file)).isInstanceOf(UsageException.class).hasMessageContaining(sentence);
    }

    @Test
    void theOneFileOfAZipIsRead() throws IOException {
        assertThat(read(file(Packed.zip("a/orders.csv", bytes(TEXT))))).isEqualTo(TEXT);
        assertThat(read(file(Packed.zip("orders.csv.gz", Packed.gzip(bytes(TEXT))))))
                .isEqualTo(TEXT);
        byte[] ofMacOs = Packed.zipOf("a/", "", "a/orders.csv", TEXT, "__MACOSX/a/._orders.csv", "x", ".DS_Store", "x");
        assertThat(read(file(ofMacOs))).isEqualTo(TEXT);
        try (StoredFile stored = StoredFile.open(folder.resolve("sales"))) {
            assertThat(stored.wrapping()).isEqualTo("zip file (a/orders.csv)");
        }
    }

    @Test
    void otherZipsAreRefused() throws IOException {
        assertRefused(
                Packed.zipOf("a.csv", TEXT, "b.csv", TEXT),
                "holds 2 files (a.csv, b.csv); unpack it, and import the files themselves.");
        assertRefused(Packed.zipOf("a/", ""), "holds no file");
        assertRefused(Packed.zip(Map.of()), "holds no file");
        assertRefused(
                Packed.markEncrypted(Packed.zip("orders.csv", bytes(TEXT))),
                "The file orders.csv in the zip file " + folder.resolve("sales") + " is protected by a password");
        assertRefused(Packed.zip("b.zip", Packed.zip("a.csv", bytes(TEXT))), "holds a zip file once more");
        assertRefused(Packed.gzip(Packed.gzip(Packed.gzip(bytes(TEXT)))), "is packed more than once; unpack it first");
    }

    @Test
    void aDamagedZipIsRefused() throws IOException {
        byte[] noise = new byte[50_000];
        new SplittableRandom(7).nextBytes(noise);
        byte[] whole = Packed.zip("orders.csv", bytes(TEXT + Arrays.toString(noise)));
        for (int length : new int[] {5, 50, whole.length / 2, whole.length - 30, whole.length - 1}) {
            assertRefused(Arrays.copyOf(whole, length), "is cut off or damaged; fetch it again. Nothing landed.");
        }
        for (int at = 100; at < whole.length; at += whole.length / 9) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            assertRefused(damaged, "zip file " + folder.resolve("sales") + " is cut off or damaged");
        }
    }

    @Test
    void storedEntriesAreCheckedToo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CRC32 checksum = new CRC32();
        checksum.update(bytes(TEXT));
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("orders.csv");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(TEXT.length());
            entry.setCrc(checksum.getValue());
            out.putNextEntry(entry);
            out.write(bytes(TEXT));
        }
        assertThat(read(file(bytes.toByteArray()))).isEqualTo(TEXT);
        byte[] damaged = bytes.toByteArray();
        damaged[60] ^= 1;
        assertRefused(damaged, "is cut off or damaged");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            \\320\\317\\021\\340\\241\\261\\032\\341 | is an Excel file of before 2007 (.xls); open it and save it as .xlsx or CSV.
            7z\\274\\257\\047\\034 | is a 7z archive
            Rar!\\032\\007        | is a RAR archive
            BZh91AY               | is packed with bzip2
            \\3757zXZ\\0          | is packed with xz
            (\\265/\\375          | is packed with zstd
            %PDF-1.7              | is a PDF
            PAR1                  | is a Parquet file
            """)
    void otherKindsAreRefusedByName(String start, String sentence) throws IOException {
        byte[] content = (start.translateEscapes() + "\0".repeat(2_000)).getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(content, sentence);
        assertRefused(Packed.gzip(content), "The content of the file ");
    }

    @Test
    void workbooksOfOtherKindsAreRefusedByName() throws IOException {
        assertRefused(Packed.zipOf("xl/workbook.bin", ""), "is a binary workbook of Excel (.xlsb)");
        assertRefused(Packed.zipOf("Index/Document.iwa", ""), "is a document of Apple Numbers");
        assertRefused(Packed.zipOf("mimetype", "", "content.xml", ""), "is an OpenDocument file (.ods, perhaps)");
    }

    @Test
    void aWorkbookWithAPasswordIsRefusedByName() throws IOException {
        byte[] content = new byte[4_096];
        byte[] magic = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(magic, 0, content, 0, magic.length);
        content[30] = 9;
        content[48] = 2;
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, content, 3 * 512 + 128, name.length);
        assertRefused(content, "is a workbook protected by a password; save it without the password");
    }

    @Test
    void aWorkbookIsFoundAndItsCopyGoesAway() throws IOException {
        byte[] workbook = new Sheets().sheet("").bytes();
        try (StoredFile stored = StoredFile.open(file(workbook))) {
            assertThat(stored.findWorkbook()).contains(folder.resolve("sales"));
        }
        Path copy;
        try (StoredFile stored = StoredFile.open(file(Packed.gzip(workbook)))) {
            copy = stored.findWorkbook().orElseThrow();
            assertThat(copy).hasBinaryContent(workbook);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                    .isEqualTo("rw-------");
        }
        assertThat(copy).doesNotExist();
        assertThat(copy.getParent()).doesNotExist();
    }

    @Test
    void theShareGrowsToOne() throws IOException {
        byte[] noise = new byte[400_000];
        new SplittableRandom(7).nextBytes(noise);
        for (byte[] content : new byte[][] {bytes(Arrays.toString(noise)), Packed.zip("a.csv", noise)}) {
            try (StoredFile stored = StoredFile.open(file(content))) {
                InputStream text = stored.text();
                double last = 0;
                while (text.readNBytes(100_000).length > 0) {
                    assertThat(stored.share()).isBetween(last, 1.0);
                    last = stored.share();
                }
                assertThat(last).isGreaterThan(0.9);
            }
        }
    }

    @Test
    void aRequestToStopEndsTheReading() throws IOException {
        byte[] noise = new byte[400_000];
        new SplittableRandom(7).nextBytes(noise);
        noise[0] = 'a';
        for (byte[] content : new byte[][] {noise, Packed.zip("a.csv", noise), Packed.gzip(noise)}) {
            try (StoredFile stored = StoredFile.open(file(content))) {
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> readOn(stored)).isInstanceOf(StoppedException.class);
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
        }
    }
}
