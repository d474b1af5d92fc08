package io.allegiance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.history.DayLineCount;
import io.allegiance.history.SourceRejection;
import io.allegiance.intake.line.DayTotals;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.intake.source.SourceTransactions;
import io.allegiance.testing.Repositories;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Days are read again when they changed, and when somebody asks for it, for what was refused of them may be right by now. */
@Tag("database")
class DayPlanTest {

    private static final LocalDate DATE = LocalDate.of(2025, 3, 30);
    private static final LocalDate LONG_AGO = DATE.minusDays(90);
    private static final int LATE_DAYS = 35;

    @AutoClose
    private static final Repositories REPOSITORIES =
            Repositories.of(DayPlan.class, RunDays.class, DayMarks.class, SourceTransactions.class);

    private final DayPlan plan = REPOSITORIES.get(DayPlan.class);
    private final RunDays days = REPOSITORIES.get(RunDays.class);
    private final DayMarks marks = REPOSITORIES.get(DayMarks.class);

    /** Three days that were taken in by run 1, a line of each of which was refused. */
    @BeforeEach
    void takeIn() {
        REPOSITORIES.empty(
                "transaction_line", "business_day", "business_day_again", "source_rejection", "run_day", "run");
        Stream.of(LONG_AGO, DATE.minusDays(1), DATE).forEach(this::land);
        begin(1);
        take(1, plan.planOnce(1, DATE, LATE_DAYS));
        Stream.of(LONG_AGO, DATE.minusDays(1))
                .forEach(day -> days.saveRejections(
                        1, List.of(new SourceRejection(day, "T", "1", RejectionReason.UNKNOWN_TYPE))));
    }

    private void land(LocalDate day) {
        REPOSITORIES
                .sql()
                .sql(
                        "INSERT INTO transaction_line (business_date, customer_id, transaction_id, line_key, occurred_at, type,"
                                + " amount, content_hash, import_id) VALUES (?, '42', ?, '1', ?, 'GIFT', 5, '', 1)")
                .params(day, "T" + day, day)
                .update();
    }

    private static void begin(long run) {
        REPOSITORIES
                .sql()
                .sql("INSERT INTO run (run_id, job, business_date, attempt, state, started_at)"
                        + " VALUES (?, 'nightly', ?, ?, 'RUNNING', '2025-03-31')")
                .params(run, DATE, run)
                .update();
    }

    private void take(long run, List<DayTotals> planned) {
        planned.forEach(day -> days.saveTakenIn(
                run,
                day,
                new DayLineCount(day.businessDate(), 0, 0, day.lineCount(), BigDecimal.ZERO, BigDecimal.ZERO)));
        marks.clear(run);
    }

    private static Run run(long id) {
        return new Run(id, JobName.NIGHTLY, DATE, (int) id, RunState.HELD, null, null, null, null, null);
    }

    private List<LocalDate> planned(long run) {
        begin(run);
        return plan.planOnce(run, DATE, LATE_DAYS).stream()
                .map(DayTotals::businessDate)
                .toList();
    }

    @Test
    void daysThatStandAsTheyDidAreNotReadAgain() {
        assertThat(plan.isTakenIn(run(1), LATE_DAYS)).isTrue();
        assertThat(planned(2)).containsExactly(DATE);
    }

    @Test
    void whatChangedFurtherBackThanNightsLookIsFoundWhenAsked() {
        LocalDate older = LONG_AGO.minusDays(1);
        assertThat(plan.listUnseenChanges(LATE_DAYS)).isEmpty();

        land(older);
        land(DATE.minusDays(2));
        REPOSITORIES
                .sql()
                .sql("DELETE FROM transaction_line WHERE business_date = ?")
                .param(LONG_AGO)
                .update();

        assertThat(planned(2)).containsExactly(DATE.minusDays(2), DATE);
        assertThat(plan.listUnseenChanges(LATE_DAYS)).containsExactly(older, LONG_AGO);
        assertThat(plan.listUnseenChanges(LATE_DAYS + 60)).isEmpty();
        marks.markRejected(null);
        assertThat(plan.listUnseenChanges(LATE_DAYS)).containsExactly(older);
    }

    @Test
    void markedDaysAreReadAgainHoweverFarBack() {
        marks.markRejected(null);

        assertThat(plan.isTakenIn(run(1), LATE_DAYS)).isFalse();
        assertThat(planned(2)).containsExactly(LONG_AGO, DATE.minusDays(1), DATE);
        assertThat(days.list(2)).extracting(DayTotals::lineCount).containsExactly(1L, 1L, 1L);
    }

    @Test
    void aReasonMarksItsDays() {
        days.saveRejections(1, List.of(new SourceRejection(DATE, "T", "2", RejectionReason.NO_FX_RATE)));

        marks.markRejected(RejectionReason.NO_FX_RATE);

        assertThat(marks.list(DATE)).containsExactly(DATE);
        assertThat(plan.isTakenIn(run(1), LATE_DAYS)).isFalse();
        assertThat(marks.list(DATE.minusDays(1))).isEmpty();
    }

    @Test
    void onlyARunThatBeganAfterTheMarkTakesItAway() {
        marks.markRejected(null);

        take(1, days.list(1));
        assertThat(marks.list(DATE)).hasSize(2);

        begin(2);
        take(2, plan.planOnce(2, DATE, LATE_DAYS));
        assertThat(marks.list(DATE)).isEmpty();
    }

    @Test
    void dayOverRejectLimitIsReadAgain() {
        days.saveCount(1, 0, new DayLineCount(DATE.minusDays(1), 0, 0, 1, BigDecimal.ZERO, BigDecimal.ZERO));
        days.saveCount(1, 0, new DayLineCount(DATE, 1, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO));

        marks.markRejectedBy(1);

        assertThat(plan.isTakenIn(run(1), LATE_DAYS)).isTrue();
        assertThat(planned(2)).containsExactly(DATE.minusDays(1), DATE);
        marks.clear(1);
        assertThat(marks.list(DATE)).isEmpty();
    }

    @Test
    void aMarkThatSaysMoreStays() {
        days.saveCount(1, 0, new DayLineCount(DATE.minusDays(1), 0, 0, 1, BigDecimal.ZERO, BigDecimal.ZERO));
        marks.markRejected(null);

        marks.markRejectedBy(1);

        assertThat(plan.isTakenIn(run(1), LATE_DAYS)).isFalse();
    }
}
