package io.allegiance.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.FileProgress;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.line.TransactionType;
import io.allegiance.intake.load.ImportSetting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionFileTest {

    @TempDir
    private Path folder;

    private final List<TransactionLine> lines = new ArrayList<>();

    @Test
    void everyLineIsAccountedForAndOnlyThoseOfCustomersComeOut() throws IOException {
        FileLineCounts read = read(
                "customer_id,occurred_at,amount,currency",
                "A,2024-01-05,10,",
                ",2024-03-01,4,",
                "A,2024-01-05,10,EUR",
                "B,2024-02-30,1,",
                "B,2024-02-01,5,GBP",
                "B,2024-02-03,?,",
                "B,2024-02-04",
                "B,2024-02-02,-5,");
        assertThat(read.linesRead()).isEqualTo(8);
        assertThat(read.takenIn()).isEqualTo(3);
        assertThat(read.anonymous()).isEqualTo(1);
        assertThat(read.repeated()).isZero();
        assertThat(read.rejectedByReason())
                .isEqualTo(Map.of(
                        RejectionReason.BAD_TIME, 1L,
                        RejectionReason.NO_FX_RATE, 1L,
                        RejectionReason.BAD_NUMBER, 1L,
                        RejectionReason.WRONG_FIELD_COUNT, 1L));
        assertThat(read.lastDay()).isEqualTo(LocalDate.of(2024, 3, 1));
        assertThat(lines).extracting(TransactionLine::customerId).containsExactly("A", "A", "B");
        assertThat(lines)
                .extracting(TransactionLine::type)
                .containsExactly(TransactionType.PURCHASE, TransactionType.PURCHASE, TransactionType.RETURN);
    }

    @Test
    void equalLinesWithoutKeysStayTwoLines() throws IOException {
        assertThat(read("transaction_id,customer_id,occurred_at,amount", "T,A,2024-01-05,10", "T,A,2024-01-05,10")
                        .takenIn())
                .isEqualTo(2);
        FileLineCounts keyed = read(
                "transaction_id,line_number,customer_id,occurred_at,amount",
                "T,1,A,2024-01-05,10",
                "T,1,A,2024-01-05,10.00",
                "T,2,A,2024-01-05,10",
                "T,,A,2024-01-05,10",
                "T,,A,2024-01-05,10",
                ",1,A,2024-01-05,10",
                ",1,A,2024-01-05,10");
        assertThat(keyed.takenIn()).isEqualTo(6);
        assertThat(keyed.repeated()).isEqualTo(1);
    }

    @Test
    void firstContentOfKeyCountsAndOthersAreRefused() throws IOException {
        FileLineCounts read = read(
                "transaction_id,line_key,customer_id,occurred_at,amount",
                "T,1,A,2024-01-05,1",
                "T,1,A,2024-01-05,2",
                "T,1,A,2024-01-05,2",
                "T,1,A,2024-01-05,1",
                "T,1,B,2024-01-05,1",
                "U,1,A,2024-01-05,2");
        assertThat(lines).extracting(TransactionLine::amount).containsExactly(10_000L, 20_000L);
        assertThat(read.repeated()).isEqualTo(1);
        assertThat(read.rejectedByReason()).isEqualTo(Map.of(RejectionReason.CONFLICTING_CONTENT, 3L));
    }

    @Test
    void linesOfCancelledOrdersAreLeftOutWhereverTheFileSaysSo() throws IOException {
        FileLineCounts read = read(
                "transaction_id,customer_id,occurred_at,type,amount",
                "T,A,2024-01-05,PURCHASE,1",
                "U,,,cancelled,",
                "T,,whenever,Canceled,?",
                "U,A,2024-01-06,PURCHASE,2",
                "V,A,2024-01-07,,3",
                ",,,CANCELLED,");
        assertThat(lines).extracting(TransactionLine::transactionId).containsExactly("V");
        assertThat(read.cancelled()).isEqualTo(4);
        assertThat(read.rejectedByReason()).isEqualTo(Map.of(RejectionReason.MISSING_ID, 1L));
    }

    @Test
    void aRejectedLineHoldsNoKey() throws IOException {
        FileLineCounts read = read(
                "transaction_id,line_key,customer_id,occurred_at,amount", "T,1,A,2024-13-05,1", "T,1,A,2024-01-05,1");
        assertThat(read.takenIn()).isEqualTo(1);
        assertThat(read.rejectedByReason()).isEqualTo(Map.of(RejectionReason.BAD_TIME, 1L));
    }

    @Test
    void daysAreThoseOfTheConfiguredZone() throws IOException {
        read("customer_id,occurred_at", "A,2024-01-05T23:30:00Z");
        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line.occurredAt()).hasToString("2024-01-06T00:30"));
    }

    @Test
    void aPackedFileSaysTheSame() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write("customer_id,occurred_at\nA,2024-01-05\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("file.csv.gz"), packed.toByteArray());
        assertThat(read(file).takenIn()).isEqualTo(1);
        Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(packed.toByteArray(), packed.size() - 9));
        assertThatThrownBy(() -> read(cut)).isInstanceOf(UsageException.class).hasMessageContaining("is cut off");
    }

    @Test
    void whatIsNoFileOfTransactionsIsRefused() throws IOException {
        assertThatThrownBy(() -> read("customer,when", "A,2024-01-05"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("customer_id");
        assertThatThrownBy(() -> read(folder.resolve("none.csv")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> read("customer_id,occurred_at", "\"A,2024-01-05", "B,2024-01-05"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("a quote that is never closed");
    }

    @Test
    void progressIsToldAndMayEndTheReading() throws IOException {
        String[] many = new String[10_001];
        Arrays.fill(many, "A,2024-01-05");
        many[0] = "customer_id,occurred_at";
        Path file = ImportSetting.file(folder, many);
        List<Long> told = new ArrayList<>();
        TransactionFile.read(file, ImportSetting.SETTINGS, (count, share) -> told.add(count), lines::add);
        assertThat(told).containsExactly(4_096L, 8_192L);
        FileProgress stop = (count, share) -> {
            throw new IllegalStateException("stopped");
        };
        assertThatThrownBy(() -> TransactionFile.read(file, ImportSetting.SETTINGS, stop, lines::add))
                .hasMessage("stopped");
    }

    private FileLineCounts read(String... text) throws IOException {
        return read(ImportSetting.file(folder, text));
    }

    private FileLineCounts read(Path file) {
        lines.clear();
        return TransactionFile.read(file, ImportSetting.SETTINGS, FileProgress.NONE, lines::add);
    }
}
