package io.allegiance.intake.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.testing.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    void everyLineOfARealFileLands() {
        ImportReport report = setting.land(ImportKind.TRANSACTION, SharedData.path(FILE));

        assertThat(report.linesRead()).isEqualTo(LINES);
        assertThat(report.landed()).isEqualTo(LINES);
    }

    /** One customer in twelve of it. */
    @Test
    void everyLineLandsOnceHoweverItComes() throws IOException {
        Path file = SharedData.oneCustomerIn(12, FILE, folder);
        List<String> lines = read(file);
        int count = lines.size() - 1;
        assertThat(setting.land(ImportKind.TRANSACTION, file).landed()).isEqualTo(count);
        String digest = digest();

        ImportReport again = setting.land(ImportKind.TRANSACTION, file);

        assertThat(again.alreadyLanded()).isEqualTo(count);
        assertThat(digest()).isEqualTo(digest);

        setting.empty();
        int overlap = count / 8;
        int middle = count / 2;
        Path start = part("start.csv", lines, 1, middle + overlap);
        Path end = part("end.csv", lines, middle, lines.size());

        ImportReport later = setting.land(ImportKind.TRANSACTION, end);
        ImportReport earlier = setting.land(ImportKind.TRANSACTION, start);

        assertThat(later.landed() + earlier.landed()).isEqualTo(count);
        assertThat(later.rejected() + earlier.rejected()).isZero();
        assertThat(earlier.alreadyLanded()).isEqualTo(overlap);
        assertThat(digest()).isEqualTo(digest);
    }

    private static List<String> read(Path file) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(SharedData.unpacked(file), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    /** The header and the lines of a range. */
    private Path part(String name, List<String> lines, int from, int to) throws IOException {
        Path part = Files.write(folder.resolve(name), lines.subList(0, 1));
        return Files.write(part, lines.subList(from, to), StandardOpenOption.APPEND);
    }

    private String digest() {
        List<String> digests = setting.texts("SELECT CONCAT(COUNT(*), ' ', SUM(amount), ' ', SUM(quantity), ' ',"
                + " SUM(CRC32(CONCAT_WS('|', business_date, customer_id, transaction_id, line_key, occurred_at, type,"
                + " amount, quantity, category, product, HEX(content_hash))))) FROM transaction_line");
        return digests.get(0);
    }
}
