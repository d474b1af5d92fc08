package io.allegiance.intake.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.InputFile;
import io.allegiance.intake.format.FormatChoice;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.intake.load.RefusedExample;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewPassTest {

    private static final IntakeSettings SETTINGS = new IntakeSettings(ZoneId.of("Europe/Berlin"), "EUR");

    @TempDir
    private Path folder;

    @Test
    void linesAreUnderstoodAsAnImportWould() throws IOException {
        FilePreview preview = preview(
                "customer_id,occurred_at,amount,currency,Note",
                "C1,2025-01-03,3.00,,x",
                ",2025-01-05,4.00,CHF,",
                "C2,5.1.2025,4.00,,",
                "C3,6.1.2025,4.00,,");

        assertThat(preview.sources()).containsExactly("customer_id", "occurred_at", "amount", "currency");
        assertThat(preview.unused()).containsExactly("Note");
        assertThat(preview.usable()).isEqualTo(2);
        assertThat(preview.first()).extracting(line -> line.customerId()).containsExactly("C1", "");
        assertThat(preview.content().firstDay()).isEqualTo(LocalDate.of(2025, 1, 3));
        assertThat(preview.content().anonymous()).isEqualTo(1);
        assertThat(preview.refused()).isEqualTo(Map.of(RejectionReason.BAD_TIME, 2L));
        assertThat(preview.examples()).isEqualTo(Map.of(RejectionReason.BAD_TIME, new RefusedExample(4, "5.1.2025")));
    }

    @Test
    void onlyTheFirstFiveLinesAreKept() throws IOException {
        String[] lines = new String[10];
        Arrays.fill(lines, "C1,2025-01-03");
        lines[0] = "customer_id,occurred_at";

        assertThat(preview(lines).first()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "03/04/2025; 05/06/2025; --date-pattern 'd/M/yyyy' for the day first, or --date-pattern 'M/d/yyyy' for the month",
                "03/04/2025; 25/06/2025; need a pattern: add --date-pattern 'd/M/yyyy'",
                "03/04/2025; 05/26/2025; need a pattern: add --date-pattern 'M/d/yyyy'",
                "13/04/2025; 05/26/2025; now in one order, now in the other",
                "3.4.25 10:15; 30.4.25 10:15; need a pattern: add --date-pattern 'd.M.yy H:mm'",
                "4/30/2025 1:15:00 PM; 4/1/2025 1:15:00 PM; need a pattern: add --date-pattern 'M/d/yyyy h:mm:ss a'",
                "2025/04/03; 2025/04/03; need a pattern: add --date-pattern 'yyyy/M/d'"
            })
    void datesAreNotGuessed(String first, String second, String words) throws IOException {
        FilePreview preview = preview("customer_id,occurred_at", "C1," + first, "C1," + second);

        assertThat(preview.usable()).isZero();
        assertThat(preview.doubts())
                .singleElement()
                .asString()
                .contains("dates such as ")
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.234; 5.678; every amount with a dot has three digits after it, such as 1.234",
                "'1,234'; '5,678'; 'may part decimals or thousands: add --decimal-mark , for decimals, or --decimal-mark . for'",
                "'1,50'; '5,678'; 'have a decimal comma: add --decimal-mark ,'",
                "'1.234,50'; 5; 'have a decimal comma: add --decimal-mark ,'",
                "'1,234.50'; 5; have commas between thousands: add --decimal-mark ."
            })
    void amountsAreNotGuessed(String first, String second, String words) throws IOException {
        FilePreview preview = preview(
                "customer_id,occurred_at,amount", "C1,2025-01-03,\"" + first + '"', "C1,2025-01-03,\"" + second + '"');

        assertThat(preview.doubts()).singleElement().asString().contains(words);
    }

    @Test
    void amountsWithUsualDecimalsAreInNoDoubt() throws IOException {
        assertThat(preview(
                                "customer_id,occurred_at,amount",
                                "C1,2025-01-03,1.234",
                                "C1,2025-01-03,1.50",
                                "C1,2025-01-03,7")
                        .doubts())
                .isEmpty();
    }

    @Test
    void timesWithoutOffsetAreInDoubt() throws IOException {
        assertThat(preview("customer_id,occurred_at", "C1,2025-01-03 10:00:00").doubts())
                .singleElement()
                .asString()
                .contains("in the zone Europe/Berlin");
        assertThat(preview(
                                "customer_id,occurred_at",
                                "C1,2025-01-03 10:00:00+01:00",
                                "C1,2025-01-03T10:00Z",
                                "C1,2025-01-03")
                        .doubts())
                .isEmpty();
    }

    @Test
    void textsOfAnotherEncodingAreInDoubt() throws IOException {
        Path file = write(Charset.forName("windows-1252"), "customer_id,occurred_at", "M\u00fcller,2025-01-03");

        assertThat(read(file).doubts()).singleElement().asString().contains("--encoding windows-1252");
    }

    @Test
    void whatIsNoSuchFileIsRefusedAsByAnImport() throws IOException {
        Path file = write(StandardCharsets.UTF_8, "customer,date", "C1,2025-01-03");

        assertThatThrownBy(() -> read(file)).isInstanceOf(UsageException.class).hasMessageContaining("customer_id");
    }

    private FilePreview preview(String... lines) throws IOException {
        return read(write(StandardCharsets.UTF_8, lines));
    }

    private Path write(Charset charset, String... lines) throws IOException {
        return Files.writeString(folder.resolve("sales.csv"), String.join("\n", lines) + "\n", charset);
    }

    private static FilePreview read(Path file) {
        return PreviewPass.read(InputFile.of(file), FormatChoice.OWN, SETTINGS, false, () -> {});
    }
}
