package io.allegiance.audit;

import io.allegiance.failure.GateHeldException;
import io.allegiance.intake.line.DayTotals;
import io.allegiance.intake.quarantine.RefusedLines;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.publish.SegmentSpread;
import io.allegiance.run.Closures;
import io.allegiance.run.Run;
import io.allegiance.run.RunDays;
import io.allegiance.settings.nightly.ConfigurationSource;
import io.allegiance.settings.nightly.NightlySettings;
import io.allegiance.training.ModelRegistry;
import io.allegiance.wording.Counted;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Holds back a publication that balances and yet is not to be believed: too many lines refused, stale data or a stale model, an odd day,
 * or scores that jumped.
 */
@Component
public final class AuditGate {

    private static final int WEEKDAYS_LOOKED_AT = 8;
    private static final int DAYS_LOOKED_AT = 7;

    /** Fewer lines may add up to the same amount by chance. */
    private static final int LINES_OF_NO_CHANCE = 20;

    private static final String ONCE =
            "; that covers the days after it as well, until one has a line. Days to come can be named under allegiance.closed"
                    + " in jobs/nightly.yaml";

    private final RunDays days;
    private final Publications publications;
    private final ModelRegistry models;
    private final RejectGate rejects;
    private final FreshnessGate freshness;
    private final Closures closures;
    private final ExpectedEmptyDays emptyDays;
    private final ConfigurationSource configurations;

    AuditGate(
            RunDays days,
            Publications publications,
            ModelRegistry models,
            RejectGate rejects,
            FreshnessGate freshness,
            Closures closures,
            ExpectedEmptyDays emptyDays,
            ConfigurationSource configurations) {
        this.days = days;
        this.publications = publications;
        this.models = models;
        this.rejects = rejects;
        this.freshness = freshness;
        this.closures = closures;
        this.emptyDays = emptyDays;
        this.configurations = configurations;
    }

    /**
     * Holds the night unless it is forced.
     *
     * @param now how the night's customers are spread
     */
    public void check(Run run, SegmentSpread now) {
        List<RefusedLines.OfDay> refused = rejects.count(run);
        if (run.forced() != null) {
            return;
        }
        NightlySettings.GateSettings settings = configurations.getFrozen(run).gate();
        rejects.check(run, new RejectLimit(settings.rejects()), refused);
        freshness.check(run);
        if (run.confirmation() == null) {
            checkDaySize(run, settings);
            checkNotRepeated(run);
        }
        Long previous = run.getFrozen().previousPublication();
        if (previous != null) {
            checkMovement(run, publications.get(previous), now, settings);
        }
    }

    private void checkDaySize(Run run, NightlySettings.GateSettings settings) {
        LocalDate date = run.businessDate();
        long lines = getTotals(run).lineCount();
        DaySize size = new DaySize(
                lines, days.listSizesOfSameWeekday(date, WEEKDAYS_LOOKED_AT, closures.getOpenDays(run.runId())));
        if (size.isUnusual(settings) && !(lines < size.usual() && emptyDays.isExpected(run, lines))) {
            throw new GateHeldException(String.format(
                    Locale.ROOT,
                    "%s has %s where that weekday usually has about %.0f; nothing was published and what was"
                            + " published stays. Land what is missing and run the same command again, or%s%s",
                    date,
                    Counted.of(lines, "line"),
                    size.usual(),
                    confirm(date),
                    lines > 0 ? "" : ONCE));
        }
    }

    /** Two days with as many lines and the same amount to the cent are one day, handed over twice. */
    private void checkNotRepeated(Run run) {
        LocalDate date = run.businessDate();
        DayTotals day = getTotals(run);
        if (day.lineCount() < LINES_OF_NO_CHANCE || day.amountSum().signum() == 0) {
            return;
        }
        days.listTakenIn(date.minusDays(DAYS_LOOKED_AT), date.minusDays(1)).stream()
                .filter(before -> before.lineCount() == day.lineCount()
                        && before.amountSum().compareTo(day.amountSum()) == 0)
                .findFirst()
                .ifPresent(before -> {
                    throw new GateHeldException(date + " has as many lines and the same amount as "
                            + before.businessDate()
                            + ": that day's feed again, it seems; nothing was published and what was"
                            + " published stays. Put the right lines in their place and run the same command again, or"
                            + confirm(date));
                });
    }

    private static String confirm(LocalDate date) {
        return " confirm the day with 'allegiance nightly --date " + date + " --confirm-empty --by NAME --reason TEXT'";
    }

    private DayTotals getTotals(Run run) {
        return days.list(run.runId()).stream()
                .filter(day -> day.businessDate().equals(run.businessDate()))
                .findFirst()
                .orElseGet(() -> DayTotals.empty(run.businessDate()));
    }

    /** The mean churn over one horizon says nothing about that over another. */
    private void checkMovement(
            Run run, Publication previous, SegmentSpread now, NightlySettings.GateSettings settings) {
        SegmentSpread before = publications.getSpread(previous.publication());
        int horizonDays = models.get(run.getFrozen().getModelVersion()).model().horizonDays();
        boolean isSameHorizon = previous.horizonDays() == null || previous.horizonDays() == horizonDays;
        Movement.findTooLarge(before, now, isSameHorizon, settings).ifPresent(movement -> {
            throw new GateHeldException(String.format(
                    Locale.ROOT,
                    "%s moved from %.3f to %.3f, more than the %.3f allowed from one publication to the next; nothing was"
                            + " published and what was published stays. If it is right, 'allegiance publish --date %s"
                            + " --force --by NAME --reason TEXT', or raise the limit in jobs/nightly.yaml",
                    movement.what(),
                    movement.before(),
                    movement.now(),
                    movement.most(),
                    run.businessDate()));
        });
    }
}
