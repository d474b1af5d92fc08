package io.allegiance.intake.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.intake.csv.ImportKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever way a trade is cut into files, the same lines land. */
@Tag("database")
class OverlappingFilesTest {

    @AutoClose
    private static final ImportSetting SETTING = new ImportSetting();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void filesThatOverlapLandTheSameInAnyOrder(long seed) throws IOException {
        Random random = new Random(seed);
        List<List<String>> transactions = trade(random);
        String header = "transaction_id,customer_id,occurred_at,amount,product";
        SETTING.empty();
        land(header, transactions);
        List<String> whole = SETTING.landed();

        SETTING.empty();
        long landed = 0;
        for (List<List<String>> part : parts(transactions, random)) {
            landed += land(header, part).landed();
        }

        assertThat(SETTING.landed()).isEqualTo(whole);
        assertThat(landed).isEqualTo(whole.size());
    }

    /** Transactions of a few lines each, of which many say the same; some have no id, and some lines are bad. */
    private static List<List<String>> trade(Random random) {
        List<List<String>> transactions = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            List<String> lines = new ArrayList<>();
            String id = i % 7 == 0 ? "" : "T" + i;
            int count = 1 + random.nextInt(6);
            for (int k = 0; k < count; k++) {
                String amount = random.nextInt(20) == 0 ? "bad" : String.valueOf(random.nextInt(3));
                lines.add(id + ",c" + i % 40 + ",2024-01-02T10:" + (10 + i % 50) + ":" + (10 + i / 50) + "," + amount
                        + ",p");
            }
            transactions.add(lines);
        }
        return transactions;
    }

    /** Cuts a trade into parts that overlap and together hold everything; each transaction stays whole. */
    private static List<List<List<String>>> parts(List<List<String>> transactions, Random random) {
        List<List<List<String>>> parts = new ArrayList<>();
        for (int start = 0; start < transactions.size(); start += 50) {
            int from = Math.max(0, start - random.nextInt(40));
            int to = Math.min(transactions.size(), start + 50 + random.nextInt(40));
            parts.add(transactions.subList(from, to));
        }
        Collections.shuffle(parts, random);
        return parts;
    }

    /** Lands transactions with all their lines mixed. */
    private ImportReport land(String header, List<List<String>> transactions) throws IOException {
        List<String> lines =
                new ArrayList<>(transactions.stream().flatMap(List::stream).toList());
        Collections.shuffle(lines, new Random(lines.size()));
        long bad = lines.stream().filter(line -> line.contains(",bad,")).count();
        long count = lines.size();
        lines.add(0, header);
        ImportReport report =
                SETTING.land(ImportKind.TRANSACTION, ImportSetting.file(folder, lines.toArray(String[]::new)));
        assertThat(report.linesRead()).isEqualTo(count);
        assertThat(report.rejected()).isEqualTo(bad);
        return report;
    }
}
