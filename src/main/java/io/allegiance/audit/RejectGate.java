package io.allegiance.audit;

import io.allegiance.failure.RejectLimitException;
import io.allegiance.intake.line.DayTotals;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.intake.quarantine.RefusedLines;
import io.allegiance.platform.transaction.SeparateTransaction;
import io.allegiance.run.DayMarks;
import io.allegiance.run.Run;
import io.allegiance.run.RunDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Fails a night that refused more lines than its limit allows; lines that imports refused of its days and that wait count
 * as its own. The days are then marked, so that the night of the next date reads them again and fails too, rather than
 * publish scores that lack these lines without a word.
 */
@Component
final class RejectGate {

    private static final int REASONS_NAMED = 3;

    private final RunDays days;
    private final DayMarks marks;
    private final RefusedLines refused;
    private final SeparateTransaction separately;

    RejectGate(RunDays days, DayMarks marks, RefusedLines refused, SeparateTransaction separately) {
        this.days = days;
        this.marks = marks;
        this.refused = refused;
        this.separately = separately;
    }

    /** Counts, and puts on record, the lines that wait because imports refused them of the days of a run. */
    List<RefusedLines.OfDay> count(Run run) {
        List<RefusedLines.OfDay> counts = refused.count(
                days.list(run.runId()).stream().map(DayTotals::businessDate).toList());
        separately.run(() -> days.saveRefusedAtImport(run.runId(), byDay(counts)));
        return counts;
    }

    void check(Run run, RejectLimit limit, List<RefusedLines.OfDay> atImport) {
        limit.find(run.businessDate(), RejectLimit.add(days.listCounts(run.runId()), byDay(atImport)))
                .ifPresent(excess -> {
                    separately.run(() -> marks.markRejectedBy(run.runId()));
                    throw new RejectLimitException(excess.sentence() + " that allegiance.nightly.gate.rejects allows"
                            + describeReasons(run, atImport)
                            + "; nothing was published and what was published stays. 'allegiance rejects'"
                            + " lists them and says how to mend them; then run 'allegiance nightly --date "
                            + run.businessDate()
                            + "' again. If the scores may do without these lines, close those of files"
                            + " with 'allegiance rejects --close ID --by NAME --reason TEXT', or raise the limit in"
                            + " jobs/nightly.yaml before");
                });
    }

    private static Map<LocalDate, Long> byDay(List<RefusedLines.OfDay> counts) {
        return counts.stream()
                .collect(Collectors.groupingBy(
                        RefusedLines.OfDay::day, TreeMap::new, Collectors.summingLong(RefusedLines.OfDay::lines)));
    }

    private String describeReasons(Run run, List<RefusedLines.OfDay> atImport) {
        String reasons = Stream.concat(
                        days.listRejectionCounts(run.runId()).stream()
                                .limit(REASONS_NAMED)
                                .map(each -> each.reason() + " " + each.lines()),
                        describeAtImport(atImport))
                .collect(Collectors.joining(", "));
        return reasons.isEmpty() ? "" : " (" + reasons + ")";
    }

    private static Stream<String> describeAtImport(List<RefusedLines.OfDay> atImport) {
        return atImport.stream()
                .collect(Collectors.groupingBy(
                        RefusedLines.OfDay::reason, Collectors.summingLong(RefusedLines.OfDay::lines)))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<RejectionReason, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(REASONS_NAMED)
                .map(each -> each.getKey() + " " + each.getValue() + " at import");
    }
}
