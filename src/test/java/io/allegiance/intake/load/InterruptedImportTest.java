package io.allegiance.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.failure.StoppedException;
import io.allegiance.intake.csv.ImportKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** An import that ends in the middle, and the same command again. */
@Tag("database")
class InterruptedImportTest {

    private static final int LINES = 70_000;

    @AutoClose
    private static final ImportSetting SETTING = new ImportSetting();

    @TempDir
    private Path folder;

    @BeforeEach
    void empty() {
        SETTING.empty();
    }

    /** Loses the connection, so to speak, in the third chunk: after its work and before its commit. */
    private static final class FailingTransactions extends TransactionTemplate {

        private static final long serialVersionUID = 1;

        private int transactions;

        FailingTransactions() {
            super(new JdbcTransactionManager(SETTING.dataSource()));
        }

        @Override
        public void executeWithoutResult(Consumer<TransactionStatus> action) {
            super.executeWithoutResult(status -> {
                action.accept(status);
                if (++transactions == 3) {
                    throw new IllegalStateException("lost");
                }
            });
        }
    }

    /** Every third line has an equal, far from it; every hundredth is bad. */
    private Path file() throws IOException {
        Stream<String> lines = IntStream.range(0, LINES)
                .map(i -> i % 3 == 0 ? i % 9_999 : i)
                .mapToObj(i -> "T" + i + "," + (i % 100 == 0 ? "never" : "2024-01-02") + ",c" + i % 500 + ",5");
        return ImportSetting.file(
                folder,
                Stream.concat(Stream.of("transaction_id,occurred_at,customer_id,amount"), lines)
                        .toArray(String[]::new));
    }

    @Test
    void whatFailedHalfWayLandsTheRestAndNothingTwice() throws IOException {
        Path file = file();
        ImportReport whole = SETTING.land(ImportKind.TRANSACTION, file);
        List<String> expected = SETTING.landed();
        SETTING.empty();
        FileImport failing = new FileImport(
                SETTING.dataSource(), new FailingTransactions(), ImportSetting.SETTINGS, ImportSetting.CLOCK);

        assertThatThrownBy(
                        () -> failing.land(new ImportRequest(ImportKind.TRANSACTION, file, false), ImportProgress.NONE))
                .hasMessage("lost");

        assertThat(SETTING.texts("SELECT CONCAT_WS(' ', lines_read, landed + already_landed + rejected,"
                        + " IFNULL(finished_at, 'unfinished')) FROM import_file"))
                .containsExactly("40000 40000 unfinished");
        long left = SETTING.landed().size();
        ImportReport again = SETTING.land(ImportKind.TRANSACTION, file);
        assertThat(left).isPositive().isLessThan(whole.landed());
        assertThat(again.landed()).isEqualTo(whole.landed() - left);
        assertThat(again.alreadyLanded()).isEqualTo(left);
        assertThat(again.rejectedByReason()).isEqualTo(whole.rejectedByReason());
        assertThat(SETTING.landed()).isEqualTo(expected);
    }

    @Test
    void aRequestToStopEndsBetweenChunks() throws IOException {
        Path file = file();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> SETTING.land(ImportKind.TRANSACTION, file)).isInstanceOf(StoppedException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
