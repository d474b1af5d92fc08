package io.allegiance.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.failure.NothingToDoException;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.feed.Feed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** What an import landed goes, and nothing else. */
@Tag("database")
class ImportUndoTest {

    private static final String HEADER = "transaction_id,line_key,customer_id,occurred_at,amount";

    @AutoClose
    private static final ImportSetting SETTING = new ImportSetting();

    @TempDir
    private Path folder;

    @BeforeEach
    void empty() {
        SETTING.empty();
        List.of("business_day", "business_day_again", "run", "run_day", "incident_change")
                .forEach(table -> SETTING.client.sql("DELETE FROM " + table).update());
    }

    private Path file(String header, String... lines) throws IOException {
        return ImportSetting.file(
                folder, Stream.concat(Stream.of(header), Stream.of(lines)).toArray(String[]::new));
    }

    private ImportReport land(String... lines) throws IOException {
        return SETTING.land(ImportKind.TRANSACTION, file(HEADER, lines));
    }

    private static void takeIn(String... days) {
        for (String day : days) {
            SETTING.client
                    .sql("INSERT INTO business_day VALUES (?, 1, 1, 1, 0, 0, 7)")
                    .param(day)
                    .update();
        }
    }

    @Test
    void onlyItsOwnLinesGoAndTheFileLandsAgain() throws IOException {
        land("T,1,A,2024-01-02,5");
        List<String> before = SETTING.landed();
        Path wrong = file(HEADER, "T,1,A,2024-01-02,5", "T,2,A,2024-01-02,6", "U,1,B,2020-02-29,7");
        SETTING.land(ImportKind.TRANSACTION, wrong);
        takeIn("2020-02-29", "2024-01-02", "2024-01-03");

        UndoReport preview = SETTING.undo.preview(2);
        assertThat(preview.standing()).isEqualTo(new Feed.Standing(2, 2, 0, 0));
        assertThat(SETTING.landed()).hasSize(3);
        UndoReport undone = SETTING.undo(2);

        assertThat(undone.rows()).isEqualTo(2);
        assertThat(undone.days()).isEqualTo(2);
        assertThat(SETTING.landed()).isEqualTo(before);
        assertThat(SETTING.texts("SELECT business_date FROM business_day_again ORDER BY 1"))
                .containsExactly("2020-02-29", "2024-01-02");
        assertThat(SETTING.texts(
                        "SELECT CONCAT_WS('|', undone_by, undone_reason, undone_rows, undone_at) FROM import_file"
                                + " WHERE undone_at IS NOT NULL"))
                .containsExactly("ann|wrong file|2|2024-01-05 13:00:00.000");
        assertThat(SETTING.land(ImportKind.TRANSACTION, wrong).landed()).isEqualTo(2);
    }

    @Test
    void daysThatNoRunHasLookedAtNeedNoMark() throws IOException {
        land("T,1,A,2024-01-02,5");
        SETTING.undo(1);
        assertThat(SETTING.texts("SELECT business_date FROM business_day_again"))
                .isEmpty();
    }

    @Test
    void aDayOfARunThatWasGivenUpIsMarked() throws IOException {
        land("T,1,A,2024-01-02,5");
        SETTING.client
                .sql("INSERT INTO run (run_id, job, business_date, attempt, state, started_at)"
                        + " VALUES (8, 'nightly', '2024-01-02', 1, 'ABANDONED', '2024-01-03')")
                .update();
        SETTING.client
                .sql(
                        "INSERT INTO run_day (run_id, business_date, line_count, amount_sum, checksum) VALUES (8, '2024-01-02', 1, 1, 1)")
                .update();

        SETTING.undo(1);

        assertThat(SETTING.texts("SELECT CONCAT(business_date, ' ', after_run) FROM business_day_again"))
                .containsExactly("2024-01-02 8");
        assertThat(SETTING.texts("SELECT undone_after_run FROM import_file")).containsExactly("8");
    }

    /** Loses the connection, so to speak, in the third transaction of an undo, before its commit. */
    private static final class FailingTransactions extends TransactionTemplate {

        private static final long serialVersionUID = 1;

        private int transactions;

        FailingTransactions() {
            super(new JdbcTransactionManager(SETTING.dataSource()));
        }

        @Override
        public <T> T execute(TransactionCallback<T> action) {
            return super.execute((TransactionStatus status) -> {
                T result = action.doInTransaction(status);
                if (++transactions == 4) {
                    throw new IllegalStateException("lost");
                }
                return result;
            });
        }
    }

    @Test
    void whatFailedHalfWayIsFinishedByTheSameCommand() throws IOException {
        LocalDate first = LocalDate.of(2023, 1, 1);
        land(Stream.iterate(0, i -> i + 1)
                .limit(30)
                .map(i -> "T" + i + ",1,A," + first.plusDays(i) + ",5")
                .toArray(String[]::new));
        takeIn(first.datesUntil(first.plusDays(30)).map(LocalDate::toString).toArray(String[]::new));

        assertThatThrownBy(() -> SETTING.undoIn(new FailingTransactions())
                        .run(new UndoRequest(1, "ann", "wrong file"), rows -> {}))
                .hasMessage("lost");

        int left = SETTING.landed().size();
        assertThat(left).isPositive().isLessThan(30);
        assertThat(SETTING.texts("SELECT business_date FROM business_day_again"))
                .hasSize(30 - left);
        assertThat(SETTING.texts("SELECT undone_rows FROM import_file WHERE undo_started_at IS NOT NULL"
                        + " AND undone_at IS NULL"))
                .containsExactly(String.valueOf(30 - left));
        assertThat(SETTING.undo(1).rows()).isEqualTo(30);
        assertThat(SETTING.landed()).isEmpty();
        assertThat(SETTING.texts("SELECT business_date FROM business_day_again"))
                .hasSize(30);
    }

    @Test
    void rejectedLinesWaitNoMoreAndThoseThatItHadClosedWaitAgain() throws IOException {
        land("T,1,A,2024-01-02,x", "V,1,A,2024-01-02,x", "W,1,A,2024-01-02,3");
        land("T,1,A,2024-01-02,5", "U,1,A,2024-01-02,y", "V,1,A,2024-01-02,x");
        assertThat(SETTING.rejections())
                .containsExactly(
                        "1 2 BAD_NUMBER LANDED 2",
                        "1 3 BAD_NUMBER REFUSED_AGAIN 2",
                        "2 3 BAD_NUMBER",
                        "2 4 BAD_NUMBER");

        UndoReport undone = SETTING.undo(2);

        assertThat(undone.rejectedClosed()).isEqualTo(2);
        assertThat(undone.reopened()).isEqualTo(2);
        assertThat(SETTING.rejections())
                .containsExactly(
                        "1 2 BAD_NUMBER", "1 3 BAD_NUMBER", "2 3 BAD_NUMBER UNDONE 2", "2 4 BAD_NUMBER UNDONE 2");
        assertThat(SETTING.undo(1).rejectedClosed()).isEqualTo(2);
        assertThat(land("T,1,A,2024-01-02,5").closed()).isZero();
    }

    @Test
    void whatItReplacedIsSaidToBeGone() throws IOException {
        land("T,1,A,2024-01-02,5", "T,2,A,2024-01-02,5", "U,1,A,2024-01-02,5");
        SETTING.replace(ImportKind.TRANSACTION, file(HEADER, "T,1,A,2024-01-02,6"));

        assertThat(SETTING.undo(2).replaced()).isEqualTo(2);
        assertThat(SETTING.texts("SELECT transaction_id FROM transaction_line")).containsExactly("U");
    }

    @Test
    void laterImportsThatFoundLinesAlreadyThereAreNamed() throws IOException {
        land("T,1,A,2024-01-02,5");
        land("T,1,A,2024-01-02,5", "U,1,A,2024-01-02,5");
        land("V,1,A,2024-01-02,5");

        assertThat(SETTING.undo(1).overlapping())
                .extracting(UndoReport.Other::importId)
                .containsExactly(2L);
    }

    @Test
    void aSmallFeedGoesButNotWhatALaterOneSaidSince() throws IOException {
        String rates = "currency,rate_date,rate";
        SETTING.land(ImportKind.FX, file(rates, "GBP,2024-01-02,1.1"));
        SETTING.replace(ImportKind.FX, file(rates, "GBP,2024-01-02,1.2", "GBP,2024-01-03,1.2", "GBP,2024-01-04,1.2"));
        SETTING.replace(ImportKind.FX, file(rates, "GBP,2024-01-04,1.3"));
        takeIn("2024-01-02", "2024-01-03", "2024-01-04", "2024-01-05");

        UndoReport undone = SETTING.undo(2);

        assertThat(undone.rows()).isEqualTo(2);
        assertThat(undone.replaced()).isEqualTo(1);
        assertThat(SETTING.texts("SELECT CONCAT(rate_date, ' ', rate) FROM fx_rate"))
                .containsExactly("2024-01-04 1.3000000000");
        assertThat(SETTING.texts("SELECT business_date FROM business_day_again ORDER BY 1"))
                .containsExactly("2024-01-02", "2024-01-03");
    }

    @Test
    void incidentsReferralsAndManifestsGo() throws IOException {
        SETTING.land(ImportKind.INCIDENT, file("incident_id,customer_id,occurred_at,kind", "I,A,2024-01-02,late"));
        SETTING.land(
                ImportKind.REFERRAL, file("referrer_customer_id,referred_customer_id,referred_on", "A,B,2024-01-02"));
        SETTING.land(ImportKind.MANIFEST, file("business_date,line_count", "2024-01-02,7"));
        SETTING.client.sql("DELETE FROM incident_change").update();

        assertThat(Stream.of(1, 2, 3).map(id -> SETTING.undo(id).rows())).containsExactly(1L, 1L, 1L);

        assertThat(SETTING.texts("SELECT incident_id FROM service_incident UNION ALL SELECT referrer_customer_id FROM"
                        + " referral UNION ALL SELECT business_date FROM feed_manifest"))
                .isEmpty();
        assertThat(SETTING.texts("SELECT customer_id FROM incident_change")).containsExactly("A");
    }

    @Test
    void whatCannotBeTakenBackIsRefusedWithTheReason() throws IOException {
        land("T,1,A,2024-01-02,x", "W,1,A,2024-01-02,3");
        SETTING.client
                .sql("UPDATE import_rejection SET line = 'T,1,A,2024-01-02,5'")
                .update();
        assertThat(SETTING.replay().landed()).isEqualTo(1);

        assertThatThrownBy(() -> SETTING.undo(99))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("there is no import 99");
        assertThatThrownBy(() -> SETTING.undo(2))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("is the record of a replay");
        assertThat(SETTING.undo(1).rows()).as("with what a replay landed of it").isEqualTo(2);
        assertThatThrownBy(() -> SETTING.undo(1))
                .isInstanceOf(NothingToDoException.class)
                .hasMessageContaining("was taken back on 2024-01-05 by ann");
    }

    @Test
    void aSmallFeedOfAnEarlierVersionIsRefusedAndTransactionsAreNot() throws IOException {
        SETTING.land(ImportKind.FX, file("currency,rate_date,rate", "GBP,2024-01-02,1.1"));
        land("T,1,A,2024-01-02,5");
        SETTING.client.sql("UPDATE import_file SET replaced = NULL").update();

        assertThatThrownBy(() -> SETTING.undo(1))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--kind fx --replace");
        assertThat(SETTING.undo(2).replaced()).isNull();
        assertThat(SETTING.landed()).isEmpty();
    }
}
