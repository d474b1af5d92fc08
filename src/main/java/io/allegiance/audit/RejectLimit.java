package io.allegiance.audit;

import io.allegiance.history.DayLineCount;
import io.allegiance.settings.nightly.NightlySettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The lines that a night rejected, compared with its limit: those of its business date, and of all days that it took
 * in.
 *
 * @param settings the limit
 */
record RejectLimit(NightlySettings.RejectSettings settings) {

    /** So few lines never fail a night by percent: in a small shop they are soon one. */
    static final long NEVER_TOO_MANY = 10;

    /**
     * Too many refused lines.
     *
     * @param rejected lines
     * @param lines of which they are
     * @param most what the limit allows, in words
     */
    record Excess(LocalDate from, LocalDate to, long rejected, long lines, String most) {

        /** The count, the days and the percentage, in words. */
        String sentence() {
            String days = from.equals(to) ? from.toString() : from + " to " + to;
            return String.format(
                    Locale.ROOT,
                    "%d of the %d lines of %s were rejected, %.2f %%, more than the %s",
                    rejected,
                    lines,
                    days,
                    100.0 * rejected / lines,
                    most);
        }
    }

    /** Finds where too many were refused: first on the date itself, then in all days together. */
    Optional<Excess> find(LocalDate date, List<DayLineCount> days) {
        List<DayLineCount> ofDate =
                days.stream().filter(day -> day.businessDate().equals(date)).toList();
        return find(ofDate).or(() -> find(days));
    }

    private Optional<Excess> find(List<DayLineCount> days) {
        long rejected = days.stream().mapToLong(DayLineCount::rejected).sum();
        long lines = days.stream().mapToLong(DayLineCount::lines).sum();
        return most(rejected, lines)
                .map(most -> new Excess(
                        days.get(0).businessDate(), days.get(days.size() - 1).businessDate(), rejected, lines, most));
    }

    private Optional<String> most(long rejected, long lines) {
        if (rejected > settings.mostLines()) {
            return Optional.of(settings.mostLines() + " lines");
        }
        boolean tooMuch = rejected > NEVER_TOO_MANY && 100.0 * rejected > settings.mostPercent() * lines;
        return tooMuch ? Optional.of(settings.mostPercent() + " %") : Optional.empty();
    }
}
