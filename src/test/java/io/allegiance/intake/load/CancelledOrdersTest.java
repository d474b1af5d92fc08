package io.allegiance.intake.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.line.RejectionReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order that a later or an earlier line cancels counts no more, until that is taken back. */
@Tag("database")
class CancelledOrdersTest {

    private static final String HEADER = "transaction_id,line_key,customer_id,occurred_at,type,amount";
    private static final String ORDER_1 = "T,1,A,2024-01-02,PURCHASE,5";
    private static final String ORDER_2 = "T,2,A,2024-01-03,PURCHASE,7";
    private static final String OTHER = "U,1,A,2024-01-02,PURCHASE,9";
    private static final String CANCELLED = "T,,,,Cancelled,";

    @AutoClose
    private static final ImportSetting SETTING = new ImportSetting();

    @TempDir
    private Path folder;

    @BeforeEach
    void empty() {
        SETTING.empty();
        List.of("business_day", "business_day_again")
                .forEach(table -> SETTING.client.sql("DELETE FROM " + table).update());
    }

    private Path file(String... lines) throws IOException {
        return ImportSetting.file(
                folder, Stream.concat(Stream.of(HEADER), Stream.of(lines)).toArray(String[]::new));
    }

    private ImportReport land(String... lines) throws IOException {
        return SETTING.land(ImportKind.TRANSACTION, file(lines));
    }

    private static List<String> landed() {
        return SETTING.texts("SELECT CONCAT(transaction_id, line_key) FROM transaction_line ORDER BY 1");
    }

    @Test
    void aLaterFileCancelsAnOrderAndTheFirstOneBringsItNotBack() throws IOException {
        Path order = file(ORDER_1, ORDER_2, OTHER);
        SETTING.land(ImportKind.TRANSACTION, order);
        SETTING.client
                .sql("INSERT INTO business_day VALUES ('2024-01-02', 2, 1, 1, 0, 0, 7)")
                .update();

        ImportReport cancelled = land(CANCELLED);

        assertThat(cancelled.landed()).isEqualTo(1);
        assertThat(cancelled.withdrawn()).isEqualTo(2);
        assertThat(landed()).containsExactly("U1");
        assertThat(SETTING.texts("SELECT business_date FROM business_day_again"))
                .containsExactly("2024-01-02");
        ImportReport again = SETTING.land(ImportKind.TRANSACTION, order);
        assertThat(again.cancelled()).isEqualTo(2);
        assertThat(again.alreadyLanded()).isEqualTo(1);
        assertThat(again.rejected()).isZero();
        assertThat(SETTING.texts("SELECT cancelled FROM import_file WHERE import_id = 3"))
                .containsExactly("2");
        assertThat(landed()).containsExactly("U1");
        assertThat(land("T,,,,CANCELED,").alreadyLanded()).isEqualTo(1);
    }

    @Test
    void theOrderOfTheLinesDoesNotMatter() throws IOException {
        for (List<String> lines : List.of(
                List.of(CANCELLED, ORDER_1, ORDER_2, OTHER),
                List.of(ORDER_1, CANCELLED, OTHER, ORDER_2),
                List.of(OTHER, ORDER_2, ORDER_1, CANCELLED))) {
            empty();
            ImportReport report = land(lines.toArray(String[]::new));
            assertThat(List.of(report.landed(), report.cancelled(), report.withdrawn()))
                    .containsExactly(2L, 2L, 0L);
            assertThat(landed()).containsExactly("U1");
        }
        empty();
        land(CANCELLED);
        ImportReport later = land(ORDER_1, OTHER);
        assertThat(later.cancelled()).isEqualTo(1);
        assertThat(landed()).containsExactly("U1");
    }

    @Test
    void linesOfAnEarlierChunkAreCountedAsIfTheyHadComeWithIt() throws IOException {
        List<String> lines = new ArrayList<>(List.of(ORDER_1, ORDER_2));
        IntStream.range(0, 25_000).forEach(i -> lines.add("N" + i + ",1,B,2024-01-02,PURCHASE,1"));
        lines.add(CANCELLED);

        ImportReport report = land(lines.toArray(String[]::new));

        assertThat(List.of(report.landed(), report.cancelled(), report.withdrawn(), report.alreadyLanded()))
                .containsExactly(25_001L, 2L, 0L, 0L);
    }

    @Test
    void aCancellationNeedsItsTransactionAndNothingElse() throws IOException {
        ImportReport report = land(",,,,CANCELLED,", "T,,,someday,cancelled,much", "T,1");
        assertThat(report.landed()).isEqualTo(1);
        assertThat(report.rejectedByReason())
                .isEqualTo(Map.of(RejectionReason.MISSING_ID, 1L, RejectionReason.WRONG_FIELD_COUNT, 1L));
    }

    @Test
    void replaceBringsAnOrderBackAsTheFileHasIt() throws IOException {
        land(ORDER_1, ORDER_2);
        land(CANCELLED);

        ImportReport replaced = SETTING.replace(ImportKind.TRANSACTION, file("T,1,A,2024-01-02,PURCHASE,6"));

        assertThat(replaced.landed()).isEqualTo(1);
        assertThat(replaced.replaced()).isEqualTo(3);
        assertThat(SETTING.texts("SELECT amount FROM transaction_line")).containsExactly("6.0000");
        assertThat(SETTING.texts("SELECT transaction_id FROM cancelled_transaction"))
                .isEmpty();
        assertThat(land(ORDER_2).landed()).isEqualTo(1);

        ImportReport both = SETTING.replace(ImportKind.TRANSACTION, file(CANCELLED, ORDER_1));
        assertThat(both.cancelled()).isEqualTo(1);
        assertThat(landed()).isEmpty();
    }

    @Test
    void undoOfACancellationBringsTheOrderBackWithWhatCameSince() throws IOException {
        land(ORDER_1, OTHER);
        land(CANCELLED);
        land(ORDER_2);

        UndoReport undone = SETTING.undo(2);

        assertThat(undone.rows()).isEqualTo(1);
        assertThat(landed()).containsExactly("T1", "T2", "U1");
        assertThat(SETTING.texts("SELECT CONCAT(line_key, import_id) FROM transaction_line WHERE transaction_id = 'T'"
                        + " ORDER BY 1"))
                .containsExactly("11", "23");
        assertThat(SETTING.texts("SELECT transaction_id FROM cancelled_transaction"))
                .isEmpty();
        assertThat(SETTING.texts("SELECT transaction_id FROM cancelled_line")).isEmpty();
    }

    @Test
    void undoOfTheOrderLeavesItsCancellation() throws IOException {
        land(ORDER_1, ORDER_2);
        land(CANCELLED);

        assertThat(SETTING.undo(1).rows()).isEqualTo(2);

        assertThat(SETTING.texts("SELECT transaction_id FROM cancelled_line")).isEmpty();
        assertThat(land(ORDER_1).cancelled()).isEqualTo(1);
    }

    @Test
    void aRefusedLineOfACancelledOrderWaitsNoMoreOnceItIsReplayed() throws IOException {
        land(ORDER_1);
        land("T,1,A,2024-01-02,PURCHASE,6");
        land(CANCELLED);

        assertThat(SETTING.replay().stillWaiting()).isZero();
        assertThat(landed()).isEmpty();
    }
}
