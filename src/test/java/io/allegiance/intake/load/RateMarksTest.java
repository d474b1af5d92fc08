package io.allegiance.intake.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.intake.csv.ImportKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rate that comes or changes makes the days be read again that may have used it, and no others. */
@Tag("database")
class RateMarksTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    @AutoClose
    private static final ImportSetting SETTING = new ImportSetting();

    @TempDir
    private Path folder;

    /** Three weeks that were taken in, and a day of a run that was cut off. */
    @BeforeEach
    void takeIn() {
        SETTING.empty();
        List.of("business_day", "business_day_again", "run", "run_day")
                .forEach(table -> SETTING.client.sql("DELETE FROM " + table).update());
        for (int day = 0; day < 21; day++) {
            SETTING.client
                    .sql("INSERT INTO business_day VALUES (?, 1, 1, 1, 0, 0, 7)")
                    .param(FIRST.plusDays(day))
                    .update();
        }
        SETTING.client
                .sql("INSERT INTO run (run_id, job, business_date, attempt, state, started_at)"
                        + " VALUES (7, 'nightly', '2024-01-22', 1, 'FAILED', '2024-01-23'),"
                        + " (8, 'nightly', '2024-01-23', 1, 'ABANDONED', '2024-01-24')")
                .update();
        SETTING.client
                .sql(
                        "INSERT INTO run_day (run_id, business_date, line_count, amount_sum, checksum) VALUES (7, '2024-01-22', 1, 1, 1), (8, '2024-01-23', 1, 1, 1)")
                .update();
    }

    private void land(boolean replace, String... rates) throws IOException {
        Path file = ImportSetting.file(folder, ("currency,rate_date,rate\n" + String.join("\n", rates)).split("\n"));
        SETTING.fileImport.land(new ImportRequest(ImportKind.FX, file, replace), ImportProgress.NONE);
    }

    private static List<String> marked() {
        List<String> days = SETTING.texts("SELECT DAY(business_date) FROM business_day_again ORDER BY business_date");
        SETTING.client.sql("DELETE FROM business_day_again").update();
        return days;
    }

    @Test
    void aRateCountsForItsDayAndSevenMoreUntilTheNextOne() throws IOException {
        land(false, "GBP,2024-01-04,1.2", "GBP,2024-01-18,1.2", "GBP,2023-12-26,1.2", "GBP,2023-12-24,1.1");
        assertThat(marked())
                .containsExactly("1", "2", "4", "5", "6", "7", "8", "9", "10", "11", "18", "19", "20", "21", "22");

        land(false, "GBP,2024-01-06,1.3", "USD,2024-01-07,0.9", "USD,2024-01-08,0.9", "USD,2024-01-09,0.9");
        assertThat(marked()).containsExactly("6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16");
    }

    @Test
    void onlyARateThatChangesMarksItsDays() throws IOException {
        land(false, "GBP,2024-01-04,1.2", "GBP,2024-01-05,1.2", "GBP,2024-01-06,1.2");
        marked();

        land(false, "GBP,2024-01-05,1.2", "GBP,2024-01-06,1.3");
        assertThat(marked()).isEmpty();

        land(true, "GBP,2024-01-05,1.25", "GBP,2024-01-06,1.2");
        assertThat(marked()).containsExactly("5");
    }

    @Test
    void theMarkSaysWhichRunsMayHaveReadTheDayBefore() throws IOException {
        land(false, "GBP,2024-01-22,1.2");

        assertThat(SETTING.texts("SELECT CONCAT(business_date, ' ', after_run) FROM business_day_again"))
                .containsExactly("2024-01-22 8");
    }
}
