package io.allegiance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.history.DayLineCount;
import io.allegiance.intake.line.DayTotals;
import io.allegiance.intake.source.SourceTransactions;
import io.allegiance.run.WaitingDays.Waiting;
import io.allegiance.testing.Repositories;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What waits is what no night knew, whatever a training has read of it since. */
@Tag("database")
class WaitingDaysTest {

    private static final LocalDate DATE = LocalDate.of(2025, 3, 30);
    private static final int LATE_DAYS = 35;

    @AutoClose
    private static final Repositories REPOSITORIES =
            Repositories.of(WaitingDays.class, DayPlan.class, RunDays.class, DayMarks.class, SourceTransactions.class);

    private final WaitingDays waiting = REPOSITORIES.get(WaitingDays.class);
    private final DayPlan plan = REPOSITORIES.get(DayPlan.class);
    private final RunDays days = REPOSITORIES.get(RunDays.class);

    /** A training took the history in, then a night the newest day. */
    @BeforeEach
    void runANight() {
        REPOSITORIES.empty(
                "transaction_line", "business_day", "business_day_again", "source_rejection", "run_day", "run");
        Stream.of(DATE.minusDays(90), DATE.minusDays(1), DATE).forEach(day -> land(day, "1"));
        complete(1, "train", DATE.minusDays(1));
        complete(2, "nightly", DATE);
    }

    private static void land(LocalDate day, String key) {
        REPOSITORIES
                .sql()
                .sql(
                        "INSERT INTO transaction_line (business_date, customer_id, transaction_id, line_key, occurred_at, type,"
                                + " amount, content_hash, import_id) VALUES (?, '42', ?, ?, ?, 'PURCHASE', 5, '', 1)")
                .params(day, "T" + day, key, day)
                .update();
    }

    private void complete(long run, String job, LocalDate date) {
        REPOSITORIES
                .sql()
                .sql("INSERT INTO run (run_id, job, business_date, attempt, state, started_at)"
                        + " VALUES (?, ?, ?, ?, 'COMPLETED', '2025-03-31')")
                .params(run, job, date, run)
                .update();
        for (DayTotals day : plan.planOnce(run, date, LATE_DAYS)) {
            days.saveTakenIn(
                    run,
                    day,
                    new DayLineCount(day.businessDate(), day.lineCount(), 0, 0, BigDecimal.ZERO, BigDecimal.ZERO));
        }
    }

    private List<Waiting> list() {
        return waiting.list(
                new Run(2, JobName.NIGHTLY, DATE, 1, RunState.COMPLETED, null, null, null, null, null), LATE_DAYS);
    }

    @Test
    void nothingWaitsRightAfterTheNight() {
        assertThat(list()).isEmpty();
    }

    @Test
    void linesThatCameWaitUntilANightReadsThem() {
        land(DATE, "2");
        land(DATE.minusDays(1), "2");
        land(DATE.minusDays(1), "3");
        land(DATE.minusDays(5), "1");
        land(DATE.plusDays(1), "1");
        List<Waiting> late =
                List.of(new Waiting(DATE.minusDays(5), 1), new Waiting(DATE.minusDays(1), 2), new Waiting(DATE, 1));
        assertThat(list()).isEqualTo(late);

        complete(3, "train", DATE.plusDays(1));
        assertThat(list()).as("a training publishes nothing").isEqualTo(late);

        complete(4, "nightly", DATE.plusDays(1));
        assertThat(list()).isEmpty();
    }

    @Test
    void linesThatWentOrChangedWaitToo() {
        REPOSITORIES
                .sql()
                .sql("UPDATE transaction_line SET amount = 6 WHERE business_date = ?")
                .param(DATE)
                .update();
        REPOSITORIES
                .sql()
                .sql("DELETE FROM transaction_line WHERE business_date = ?")
                .param(DATE.minusDays(1))
                .update();
        assertThat(list()).containsExactly(new Waiting(DATE.minusDays(1), -1), new Waiting(DATE, 0));
    }

    @Test
    void markedDaysWaitHoweverFarBack() {
        REPOSITORIES
                .sql()
                .sql("INSERT INTO business_day_again (business_date, after_run) VALUES (?, 2), (?, 1)")
                .params(DATE.minusDays(90), DATE.minusDays(91))
                .update();
        assertThat(list()).containsExactly(new Waiting(DATE.minusDays(90), 0));
    }
}
