package io.allegiance.intake.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.intake.csv.FileProgress;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.file.FileLineCounts;
import io.allegiance.intake.file.TransactionFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is read without a database yields the lines that land in one. */
@Tag("database")
class ReadAsItLandsTest {

    @AutoClose
    private static final ImportSetting SETTING = new ImportSetting();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void dirtyFilesAreTakenAlike(int seed) throws IOException {
        SETTING.empty();
        Path file = ImportSetting.file(folder, dirty(new SplittableRandom(seed)));

        ImportReport landed = SETTING.land(ImportKind.TRANSACTION, file);
        List<String> read = new ArrayList<>();
        FileLineCounts lines = TransactionFile.read(
                file,
                ImportSetting.SETTINGS,
                FileProgress.NONE,
                line -> read.add(line.occurredAt().toLocalDate() + "|" + line.customerId() + "|" + line.amount()));

        assertThat(lines.linesRead()).isEqualTo(landed.linesRead());
        assertThat(lines.repeated()).isEqualTo(landed.alreadyLanded()).isPositive();
        assertThat(lines.rejectedByReason())
                .isEqualTo(landed.rejectedByReason())
                .isNotEmpty();
        assertThat(lines.takenIn() + lines.anonymous()).isEqualTo(landed.landed());
        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(SETTING.texts("SELECT CONCAT_WS('|', business_date, customer_id,"
                        + " CAST(amount * 10000 AS SIGNED)) FROM transaction_line WHERE customer_id <> ''"));
    }

    /** Keys that come again with the same and with other content, equal lines without keys, and lines that are none. */
    private static String[] dirty(SplittableRandom random) {
        String[] lines = new String[2_001];
        lines[0] = "transaction_id,line_key,customer_id,occurred_at,type,amount";
        for (int i = 1; i < lines.length; i++) {
            lines[i] = (random.nextInt(10) == 0 ? "" : "T" + random.nextInt(60))
                    + ',' + (random.nextInt(5) == 0 ? "" : "" + random.nextInt(8))
                    + ',' + (random.nextInt(9) == 0 ? " " : "C" + random.nextInt(3))
                    + ",2024-01-0" + random.nextInt(3)
                    + ',' + (random.nextInt(40) == 0 ? "GIFT" : "purchase")
                    + ',' + random.nextInt(1, 3);
        }
        return lines;
    }
}
