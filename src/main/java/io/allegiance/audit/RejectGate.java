package io.allegiance.audit;

import io.allegiance.failure.RejectLimitException;
import io.allegiance.platform.transaction.SeparateTransaction;
import io.allegiance.run.DayMarks;
import io.allegiance.run.Run;
import io.allegiance.run.RunDays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Fails a night that refused more lines than its limit allows. The days are then marked, so that the night of the next date
 * reads them again and fails too, rather than publish scores that lack these lines without a word.
 */
@Component
final class RejectGate {

    private static final int REASONS_NAMED = 3;

    private final RunDays days;
    private final DayMarks marks;
    private final SeparateTransaction separately;

    RejectGate(RunDays days, DayMarks marks, SeparateTransaction separately) {
        this.days = days;
        this.marks = marks;
        this.separately = separately;
    }

    void check(Run run, RejectLimit limit) {
        limit.find(run.businessDate(), days.listCounts(run.runId())).ifPresent(excess -> {
            separately.run(() -> marks.markRejectedBy(run.runId()));
            throw new RejectLimitException(excess.sentence() + " that allegiance.nightly.gate.rejects allows"
                    + describeReasons(run)
                    + "; nothing was published and what was published stays. 'allegiance rejects'"
                    + " lists them and says how to mend them; then run 'allegiance nightly --date "
                    + run.businessDate() + "' again. If the scores may do without these lines, raise the limit in"
                    + " jobs/nightly.yaml before");
        });
    }

    private String describeReasons(Run run) {
        String reasons = days.listRejectionCounts(run.runId()).stream()
                .limit(REASONS_NAMED)
                .map(each -> each.reason() + " " + each.lines())
                .collect(Collectors.joining(", "));
        return reasons.isEmpty() ? "" : " (" + reasons + ")";
    }
}
