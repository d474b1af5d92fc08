package io.allegiance.job.nightly;

import io.allegiance.failure.GateHeldException;
import io.allegiance.intake.DayTotals;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.publish.Scores;
import io.allegiance.publish.SlotTotals;
import io.allegiance.run.Run;
import io.allegiance.run.RunDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Holds back a publication that balances and yet is not to be believed: an odd day, or scores that jumped. */
@Component
final class AuditGate {

    /** So many days of the same weekday must be known before one is called odd. */
    private static final int WEEKDAYS_KNOWN = 4;

    private static final int WEEKDAYS_LOOKED_AT = 8;

    /** Small days vary by chance: so many standard deviations of a count are never odd. */
    private static final double CHANCE = 6;

    private final RunDays days;
    private final Publications publications;
    private final Scores scores;
    private final NightConfigurations configurations;

    AuditGate(RunDays days, Publications publications, Scores scores, NightConfigurations configurations) {
        this.days = days;
        this.publications = publications;
        this.scores = scores;
        this.configurations = configurations;
    }

    void check(Run run) {
        NightlySettings.GateSettings settings = configurations.getFrozen(run).gate();
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
        List<Long> sizes = days.listSizesOfSameWeekday(date, WEEKDAYS_LOOKED_AT).stream()
                .sorted()
                .toList();
        if (sizes.size() < WEEKDAYS_KNOWN) {
            return;
        }
        double usual = (sizes.get((sizes.size() - 1) / 2) + sizes.get(sizes.size() / 2)) / 2.0;
        long size = days.list(run.runId()).stream()
                .filter(day -> day.businessDate().equals(date))
                .mapToLong(DayTotals::lineCount)
                .sum();
        boolean byChance = Math.abs(size - usual) <= CHANCE * Math.sqrt(Math.max(usual, size));
        if (!byChance && (size < usual * settings.smallestDay() || size > usual * settings.largestDay())) {
            throw new GateHeldException(String.format(
                    Locale.ROOT,
                    "%s has %d lines where that weekday usually has about %.0f; nothing was published and what was"
                            + " published stays. Land what is missing and run the same command again, or confirm the day"
                            + " with 'allegiance nightly --date %s --confirm-empty --by NAME --reason TEXT'",
                    date,
                    size,
                    usual,
                    date));
        }
    }

    private void checkMovement(Run run, Publication previous, NightlySettings.GateSettings settings) {
        SlotTotals now = scores.getTotals(Objects.requireNonNull(run.getFrozen().slot()));
        SlotTotals before = scores.getTotals(previous.slot());
        Set<String> segments = new TreeSet<>(now.segments().keySet());
        segments.addAll(before.segments().keySet());
        for (String segment : segments) {
            requireNear(
                    "the share of " + segment, before.shareOf(segment), now.shareOf(segment), settings.segmentShare());
        }
        requireNear(
                "the mean churn probability",
                orZero(before.meanChurn()),
                orZero(now.meanChurn()),
                settings.meanChurn());
    }

    private static double orZero(@org.jspecify.annotations.Nullable BigDecimal value) {
        return value == null ? 0 : value.doubleValue();
    }

    private static void requireNear(String what, double before, double now, double most) {
        if (Math.abs(now - before) > most) {
            throw new GateHeldException(String.format(
                    Locale.ROOT,
                    "%s moved from %.3f to %.3f, more than the %.3f allowed from one publication to the next; nothing was"
                            + " published and what was published stays. If it is right, raise the limit in"
                            + " jobs/nightly.yaml",
                    what,
                    before,
                    now,
                    most));
        }
    }
}
