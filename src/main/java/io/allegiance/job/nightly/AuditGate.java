package io.allegiance.job.nightly;

import io.allegiance.failure.GateHeldException;
import io.allegiance.intake.DayTotals;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.publish.Scores;
import io.allegiance.publish.SlotTotals;
import io.allegiance.run.Run;
import io.allegiance.run.RunDays;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Holds back a publication that balances and yet is not to be believed: too many lines refused, an odd day, or scores that
 * jumped.
 */
@Component
final class AuditGate {

    private static final int WEEKDAYS_LOOKED_AT = 8;

    private final RunDays days;
    private final Publications publications;
    private final Scores scores;
    private final RejectGate rejects;
    private final NightConfigurations configurations;

    AuditGate(
            RunDays days,
            Publications publications,
            Scores scores,
            RejectGate rejects,
            NightConfigurations configurations) {
        this.days = days;
        this.publications = publications;
        this.scores = scores;
        this.rejects = rejects;
        this.configurations = configurations;
    }

    void check(Run run) {
        NightlySettings.GateSettings settings = configurations.getFrozen(run).gate();
        rejects.check(run, new RejectLimit(settings.rejects()));
        if (run.confirmation() == null) {
            checkDaySize(run, settings);
        }
        Long previous = run.getFrozen().previousPublication();
        if (previous != null) {
            checkMovement(run, publications.get(previous), settings);
        }
    }

    private void checkDaySize(Run run, NightlySettings.GateSettings settings) {
        LocalDate date = run.businessDate();
        long lines = days.list(run.runId()).stream()
                .filter(day -> day.businessDate().equals(date))
                .mapToLong(DayTotals::lineCount)
                .sum();
        DaySize size = new DaySize(lines, days.listSizesOfSameWeekday(date, WEEKDAYS_LOOKED_AT));
        if (size.isOdd(settings)) {
            throw new GateHeldException(String.format(
                    Locale.ROOT,
                    "%s has %d lines where that weekday usually has about %.0f; nothing was published and what was"
                            + " published stays. Land what is missing and run the same command again, or confirm the day"
                            + " with 'allegiance nightly --date %s --confirm-empty --by NAME --reason TEXT'",
                    date,
                    lines,
                    size.usual(),
                    date));
        }
    }

    private void checkMovement(Run run, Publication previous, NightlySettings.GateSettings settings) {
        SlotTotals now = scores.getTotals(Objects.requireNonNull(run.getFrozen().slot()));
        Movement.findTooLarge(scores.getTotals(previous.slot()), now, settings).ifPresent(movement -> {
            throw new GateHeldException(String.format(
                    Locale.ROOT,
                    "%s moved from %.3f to %.3f, more than the %.3f allowed from one publication to the next; nothing was"
                            + " published and what was published stays. If it is right, raise the limit in"
                            + " jobs/nightly.yaml",
                    movement.what(),
                    movement.before(),
                    movement.now(),
                    movement.most()));
        });
    }
}
