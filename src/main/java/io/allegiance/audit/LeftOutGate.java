package io.allegiance.audit;

import io.allegiance.failure.RejectLimitException;
import io.allegiance.history.DayLineCount;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.platform.transaction.SeparateTransaction;
import io.allegiance.run.DayMarks;
import io.allegiance.run.Run;
import io.allegiance.run.RunDays;
import io.allegiance.settings.nightly.NightlySettings.RejectSettings;
import io.allegiance.training.LeftOut;
import io.allegiance.wording.Counted;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Stops a training whose model would lack more lines than the limit allows. The days are then marked, so that the next run reads
 * them again.
 *
 * <p>A model is fitted from all lines up to its date, so the percentage is that of all of them, also of those that earlier runs
 * rejected. The number of lines is that of the days which the training took in, as it is in a night: over many years any number
 * is passed.
 */
@Component
public final class LeftOutGate {

    private final RunDays days;
    private final DayMarks marks;
    private final SeparateTransaction separately;

    LeftOutGate(RunDays days, DayMarks marks, SeparateTransaction separately) {
        this.days = days;
        this.marks = marks;
        this.separately = separately;
    }

    /**
     * Checks what a model would lack.
     *
     * @param run the training, whose days are taken in
     * @throws RejectLimitException when it is more than the limit allows
     */
    public void check(Run run, LeftOut leftOut, RejectSettings limit) {
        long rejected = days.listCounts(run.runId()).stream()
                .mapToLong(DayLineCount::rejected)
                .sum();
        findExceeded(leftOut, rejected, limit).ifPresent(most -> {
            separately.run(() -> marks.markRejectedBy(run.runId()));
            throw new RejectLimitException(describe(run, leftOut, most));
        });
    }

    private static Optional<String> findExceeded(LeftOut leftOut, long rejectedNow, RejectSettings limit) {
        if (rejectedNow > limit.mostLines()) {
            return Optional.of(Counted.of(limit.mostLines(), "line"));
        }
        return RejectLimit.isTooMuch(leftOut.lines(), leftOut.ofLines(), limit.mostPercent())
                ? Optional.of(limit.mostPercent() + " %")
                : Optional.empty();
    }

    private static String describe(Run run, LeftOut leftOut, String most) {
        return String.format(
                Locale.ROOT,
                "a model as of %s would lack %s: %.2f %%, more than the %s that allegiance.train.rejects allows; no model was"
                        + " made, and nights go on with the one they have. %s'allegiance rejects' lists the lines; when they are"
                        + " corrected, run 'allegiance train --as-of %s' again. If the model may do without them, raise the limit in"
                        + " jobs/train.yaml before",
                run.businessDate(),
                leftOut.statement(),
                leftOut.percent(),
                most,
                describeMend(leftOut),
                run.businessDate());
    }

    /** How to mend what is most frequent. */
    private static String describeMend(LeftOut leftOut) {
        return leftOut.reasons().keySet().stream()
                .findFirst()
                .flatMap(name -> Arrays.stream(RejectionReason.values())
                        .filter(reason -> reason.name().equals(name))
                        .findFirst())
                .map(reason -> reason.name() + ": " + reason.sentence() + " " + reason.mend() + " ")
                .orElse("");
    }
}
