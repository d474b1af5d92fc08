package io.allegiance.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a MySQL the same file lands in story A05. */
@Tag("embedded")
class OnlineRetailImportTest {

    private static final String FILE = "online_retail_ii.csv.gz";
    private static final long LINES = 809_560;

    @AutoClose
    private final ImportSetting setting = new ImportSetting();

    @TempDir
    private Path folder;

    @Test
    void everyLineOfARealFileLandsOnceHoweverItComes() throws IOException {
        ImportReport first = setting.land(ImportKind.TRANSACTION, SharedData.path(FILE));

        assertThat(first.linesRead()).isEqualTo(LINES);
        assertThat(first.landed()).isEqualTo(LINES);
        String digest = digest();

        ImportReport again = setting.land(ImportKind.TRANSACTION, SharedData.path(FILE));

        assertThat(again.alreadyLanded()).isEqualTo(LINES);
        assertThat(digest()).isEqualTo(digest);

        setting.empty();
        Path start = folder.resolve("start.csv");
        Path end = folder.resolve("end.csv");
        writeOverlappingParts(start, end);

        ImportReport later = setting.land(ImportKind.TRANSACTION, end);
        ImportReport earlier = setting.land(ImportKind.TRANSACTION, start);

        assertThat(later.landed() + earlier.landed()).isEqualTo(LINES);
        assertThat(later.rejected() + earlier.rejected()).isZero();
        assertThat(earlier.alreadyLanded()).isEqualTo(100_000);
        assertThat(digest()).isEqualTo(digest);
    }

    private static void writeOverlappingParts(Path start, Path end) throws IOException {
        try (BufferedReader reader =
                        new BufferedReader(new InputStreamReader(SharedData.open(FILE), StandardCharsets.UTF_8));
                Writer first = Files.newBufferedWriter(start);
                Writer second = Files.newBufferedWriter(end)) {
            String header = reader.readLine() + "\n";
            first.write(header);
            second.write(header);
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (number <= 500_000) {
                    first.write(line + "\n");
                }
                if (number > 400_000) {
                    second.write(line + "\n");
                }
            }
        }
    }

    private String digest() {
        List<String> digests = setting.texts("SELECT CONCAT(COUNT(*), ' ', SUM(amount), ' ', SUM(quantity), ' ',"
                + " SUM(CRC32(CONCAT_WS('|', business_date, customer_id, transaction_id, line_key, occurred_at, type,"
                + " amount, quantity, category, product, HEX(content_hash))))) FROM transaction_line");
        return digests.get(0);
    }
}
