package io.allegiance.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.load.ImportReport;
import io.allegiance.intake.load.ImportSetting;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTextTest {

    @AutoClose
    private static final ImportSetting SETTING = new ImportSetting();

    @TempDir
    private Path folder;

    @Test
    void summarySaysWhatTheFileIsAboutAndShowsWhatWasRefused() throws IOException {
        Path file = ImportSetting.file(
                folder,
                "customer_id,occurred_at,amount,currency,Note",
                "C1,2024-01-02,3,,",
                "C1,11/8/2016,3,,",
                "C2,2024-01-04,4,CHF,",
                ",2024-01-03,4,eur,",
                "C3,12/8/2016,3,,",
                "C4,2024-01-03,4\u001b[2J,,");

        assertThat(print(SETTING.land(ImportKind.TRANSACTION, file)).lines())
                .containsExactly(
                        "lines read 6 = landed 3 + already landed 0 + rejected 3",
                        "rejected 2 BAD_TIME: The date or time is none: 2024-02-28, 2024-02-28T13:45:00 and 2024-02-28"
                                + " 13:45:00+01:00 are.",
                        "  such as line 3: '11/8/2016'",
                        "rejected 1 BAD_NUMBER: A number is none: digits, a dot for the decimals, and a sign are read.",
                        "  such as line 7: '4?[2J'",
                        "the lines that can be used: 2024-01-02 to 2024-01-04, 2 customers, 1 anonymous line, 2 lines in EUR"
                                + " (purchases 7.00), 1 line in CHF (purchases 4.00)",
                        "columns that mean nothing here: Note",
                        "the rejected lines wait; 'allegiance rejects' lists them and says how to correct them",
                        "to take this import back: allegiance import --undo 1 --by NAME --reason TEXT",
                        "this is import 1; type next: allegiance train");
    }

    @Test
    void summaryOfSmallFeedHasItsDays() throws IOException {
        Path file = ImportSetting.file(folder, "currency,rate_date,rate", "CHF,2024-01-02,1.06", "CHF,2024-01-03,1.07");

        assertThat(print(SETTING.land(ImportKind.FX, file)))
                .contains("the lines that can be used: 2024-01-02 to 2024-01-03" + System.lineSeparator());
    }

    private static String print(ImportReport report) {
        StringWriter text = new StringWriter();
        ImportText.print(report, "EUR", "allegiance train", new PrintWriter(text));
        return text.toString();
    }
}
