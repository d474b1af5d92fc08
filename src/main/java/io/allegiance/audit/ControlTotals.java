package io.allegiance.audit;

import io.allegiance.history.DayLineCount;
import io.allegiance.history.store.Histories;
import io.allegiance.intake.line.DayTotals;
import io.allegiance.publish.HorizonScores;
import io.allegiance.publish.SlotTotals;
import io.allegiance.run.AuditCheck;
import io.allegiance.run.DayMarks;
import io.allegiance.run.JobName;
import io.allegiance.run.Run;
import io.allegiance.run.RunDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The control totals that must balance before scores are published: of each day taken in, lines = taken in + anonymous
 * + rejected and the same for amounts, compared with the source when the run opened and with the tables; of the scores,
 * customers = scored + ineligible = histories, a row for each scored customer over each further horizon, and no value outside its
 * range.
 */
@Component
public final class ControlTotals {

    private final RunDays days;
    private final Histories histories;
    private final DayMarks marks;

    ControlTotals(RunDays days, Histories histories, DayMarks marks) {
        this.days = days;
        this.marks = marks;
        this.histories = histories;
    }

    List<AuditCheck> checkDays(Run run) {
        Map<LocalDate, DayLineCount> counts = countsByDate(run);
        List<AuditCheck> checks = new ArrayList<>();
        for (DayTotals day : days.list(run.runId())) {
            checks.addAll(checkDay(day, counts.getOrDefault(day.businessDate(), none(day.businessDate()))));
        }
        return checks;
    }

    private List<AuditCheck> checkDay(DayTotals day, DayLineCount count) {
        Histories.DayContent content = histories.getDayContent(day.businessDate());
        String date = " of " + day.businessDate();
        return List.of(
                AuditCheck.equal("lines" + date, day.lineCount(), count.lines()),
                AuditCheck.equal("amounts" + date, day.amountSum(), count.amountSum()),
                AuditCheck.equal("lines stored" + date, count.takenIn(), content.lineCount()),
                AuditCheck.equal("amounts stored" + date, count.purchaseAmount(), content.purchaseAmount()));
    }

    public List<AuditCheck> checkScores(Run run, SlotTotals slot, long written) {
        return List.of(
                AuditCheck.equal(
                        "date of the histories",
                        run.businessDate(),
                        histories.findAsOf().orElse(null)),
                AuditCheck.equal("customers with a history", histories.count(), slot.customers()),
                AuditCheck.equal("rows written", written, slot.customers()),
                AuditCheck.equal("customers with a purchase day", histories.countWithPurchase(), slot.scored()),
                AuditCheck.equal("histories due", 0, histories.countDue()),
                AuditCheck.equal("values out of range", 0, slot.outOfRange()),
                AuditCheck.equal("incomplete scores", 0, slot.incomplete()));
    }

    /**
     * Checks that each scored customer has one row over each further horizon, and nobody else any.
     *
     * @param further the horizons of the model, in days
     * @param totals of the slot, by horizon
     * @param scored the customers of the slot with a number
     */
    public static List<AuditCheck> checkHorizons(
            List<Integer> further, Map<Integer, HorizonScores.Totals> totals, long scored) {
        List<AuditCheck> checks = new ArrayList<>();
        for (int days : further) {
            HorizonScores.Totals over = totals.getOrDefault(days, new HorizonScores.Totals(0, 0, 0));
            checks.add(AuditCheck.equal("rows over " + days + " days", scored, over.rows()));
            checks.add(AuditCheck.equal("scored customers over " + days + " days", scored, over.scored()));
            checks.add(AuditCheck.equal("values out of range over " + days + " days", 0, over.outOfRange()));
        }
        long others = totals.entrySet().stream()
                .filter(each -> !further.contains(each.getKey()))
                .mapToLong(each -> each.getValue().rows())
                .sum();
        checks.add(AuditCheck.equal("rows over other horizons", 0, others));
        return checks;
    }

    /**
     * Records the days as taken in: the next night compares the source with these totals. What a training run reads of
     * marked days, a night reads again, because only that looks at what was refused.
     */
    void recordDays(Run run) {
        Map<LocalDate, DayLineCount> counts = countsByDate(run);
        for (DayTotals day : days.list(run.runId())) {
            days.saveTakenIn(run.runId(), day, counts.getOrDefault(day.businessDate(), none(day.businessDate())));
        }
        if (run.job() == JobName.NIGHTLY) {
            marks.clear(run.runId());
        }
    }

    private Map<LocalDate, DayLineCount> countsByDate(Run run) {
        return days.listCounts(run.runId()).stream()
                .collect(Collectors.toMap(DayLineCount::businessDate, Function.identity()));
    }

    private static DayLineCount none(LocalDate date) {
        return new DayLineCount(date, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
