package io.allegiance.audit;

import io.allegiance.failure.RejectLimitException;
import io.allegiance.run.DayMarks;
import io.allegiance.run.Run;
import io.allegiance.run.RunDays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fails a night that refused more lines than its limit allows. The days are then marked, so that the night of the next date
 * reads them again and fails too, rather than publish scores that lack these lines without a word.
 */
@Component
final class RejectGate {

    private static final int REASONS_NAMED = 3;

    private final RunDays days;
    private final DayMarks marks;
    private final TransactionTemplate aside;

    RejectGate(RunDays days, DayMarks marks, PlatformTransactionManager transactions) {
        this.days = days;
        this.marks = marks;
        this.aside = new TransactionTemplate(transactions);
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void check(Run run, RejectLimit limit) {
        limit.find(run.businessDate(), days.listCounts(run.runId())).ifPresent(excess -> {
            aside.executeWithoutResult(status -> marks.markRejectedBy(run.runId()));
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
