package io.allegiance.audit;

import io.allegiance.history.DayLineCount;
import io.allegiance.settings.nightly.NightlySettings;
import io.allegiance.wording.Counted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The lines that a night rejected, compared with its limit: those of its business date, and of all days that it took
 * in. A single line never fails a night by percent.
 *
 * @param settings the limit
 */
record RejectLimit(NightlySettings.RejectSettings settings) {

    /** So few lines fail a night only where they are a tenth of its lines as well: in a small shop they are soon one percent. */
    private static final long FEW = 10;

    private static final double MUCH_PERCENT = 10;

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

    /** Adds to the counts of days what imports refused of each, in order of the days. */
    static List<DayLineCount> add(List<DayLineCount> days, Map<LocalDate, Long> refusedAtImport) {
        Map<LocalDate, DayLineCount> counts = new TreeMap<>();
        days.forEach(day -> counts.put(day.businessDate(), day));
        refusedAtImport.forEach((day, lines) -> counts.merge(
                day,
                new DayLineCount(day, 0, 0, lines, BigDecimal.ZERO, BigDecimal.ZERO),
                (read, refused) -> new DayLineCount(
                        day,
                        read.takenIn(),
                        read.anonymous(),
                        read.rejected() + refused.rejected(),
                        read.amountSum(),
                        read.purchaseAmount())));
        return List.copyOf(counts.values());
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
            return Optional.of(Counted.of(settings.mostLines(), "line"));
        }
        return isTooMuch(rejected, lines, settings.mostPercent())
                ? Optional.of(settings.mostPercent() + " %")
                : Optional.empty();
    }

    /** Returns whether so large a share of the lines was refused that it fails a run. */
    static boolean isTooMuch(long rejected, long lines, double mostPercent) {
        return rejected > 1
                && 100.0 * rejected > mostPercent * lines
                && (rejected > FEW || 100.0 * rejected >= MUCH_PERCENT * lines);
    }
}
