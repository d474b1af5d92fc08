package io.allegiance.intake.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.intake.line.RejectionReason;
import io.allegiance.testing.Repositories;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Refused lines count for their day, or for the days of their file. */
@Tag("database")
class RefusedLinesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 12, 2);

    @AutoClose
    private static final Repositories REPOSITORIES = Repositories.of(RefusedLines.class, Dismissals.class);

    private final RefusedLines refused = REPOSITORIES.get(RefusedLines.class);

    @BeforeEach
    void empty() {
        List.of("import_file", "import_rejection", "transaction_line")
                .forEach(table ->
                        REPOSITORIES.sql().sql("TRUNCATE TABLE " + table).update());
    }

    private static void file(long id, String kind, LocalDate first, LocalDate last) {
        REPOSITORIES
                .sql()
                .sql("INSERT INTO import_file (import_id, kind, file_name, started_at, first_day, last_day) VALUES"
                        + " (?, ?, 'f.csv', UTC_TIMESTAMP(3), ?, ?)")
                .params(id, kind, first, last)
                .update();
    }

    private static void reject(long id, long number, LocalDate day) {
        REPOSITORIES
                .sql()
                .sql("INSERT INTO import_rejection (import_id, line_number, reason, detail, line, business_date) VALUES"
                        + " (:id, :number, :reason, '', '', :day)")
                .param("id", id)
                .param("number", number)
                .param("reason", day == null ? "BAD_TIME" : "BAD_NUMBER")
                .param("day", day)
                .update();
    }

    private static void landed(long id, LocalDate day, int lines) {
        for (int i = 0; i < lines; i++) {
            REPOSITORIES
                    .sql()
                    .sql(
                            "INSERT INTO transaction_line (business_date, customer_id, transaction_id, line_key, occurred_at,"
                                    + " type, content_hash, import_id) VALUES (?, 'c', ?, ?, ?, 'PURCHASE', '', ?)")
                    .params(day, day + "-" + id, "" + i, day, id)
                    .update();
        }
    }

    private RefusedLines.OfDay undated(LocalDate day, long lines) {
        return new RefusedLines.OfDay(day, RejectionReason.BAD_TIME, lines);
    }

    @Test
    void aLineWithADateCountsForItsDayAlone() {
        file(1, "transaction", DAY.minusDays(1), DAY);
        file(2, "incident", DAY, DAY);
        reject(1, 2, DAY);
        reject(1, 3, DAY);
        reject(1, 4, DAY.minusDays(1));
        reject(2, 2, DAY);

        assertThat(refused.count(List.of(DAY)))
                .containsExactly(new RefusedLines.OfDay(DAY, RejectionReason.BAD_NUMBER, 2));
        assertThat(refused.count(List.of(DAY.plusDays(1)))).isEmpty();
        assertThat(refused.count(List.of())).isEmpty();
    }

    @Test
    void aLineWithoutADateCountsForTheDaysOfItsFileByTheirLines() {
        file(1, "transaction", DAY.minusDays(9), DAY);
        landed(1, DAY.minusDays(9), 1);
        landed(1, DAY, 9);
        landed(7, DAY.minusDays(3), 5);
        for (int number = 2; number < 12; number++) {
            reject(1, number, null);
        }

        assertThat(refused.count(List.of(DAY.minusDays(9), DAY.minusDays(3), DAY)))
                .containsExactly(undated(DAY.minusDays(9), 1), undated(DAY, 9));
        assertThat(refused.count(List.of(DAY.plusDays(1)))).isEmpty();
    }

    @Test
    void whereAFileLandedNothingAllLinesOfItsDaysCount() {
        file(2, "transaction", DAY.minusDays(1), DAY);
        landed(1, DAY, 3);
        landed(1, DAY.minusDays(1), 1);
        reject(2, 2, null);
        reject(2, 3, null);

        assertThat(refused.count(List.of(DAY))).containsExactly(undated(DAY, 2));
    }

    @Test
    void oldAndClosedLinesCountForNoDay() {
        file(1, "transaction", null, null);
        file(2, "transaction", DAY, DAY);
        landed(1, DAY, 3);
        reject(1, 2, null);
        reject(2, 2, DAY);
        reject(2, 3, DAY);
        Dismissals dismissals = REPOSITORIES.get(Dismissals.class);

        assertThat(dismissals.close(RejectionId.parse("2:3"), "ann", "a test")).isEqualTo(1);
        assertThat(refused.count(List.of(DAY))).hasSize(1);
        assertThat(dismissals.close(RejectionId.parse("2"), "ann", "a test")).isEqualTo(1);

        assertThat(refused.count(List.of(DAY))).isEmpty();
        assertThat(dismissals.close(RejectionId.parse("2"), "ann", "a test")).isZero();
        assertThat(REPOSITORIES
                        .sql()
                        .sql(
                                "SELECT CONCAT_WS(' ', closed_how, dismissed_by, dismissed_why) FROM import_rejection WHERE"
                                        + " import_id = 2")
                        .query(String.class)
                        .list())
                .containsOnly("DISMISSED ann a test");
    }
}
