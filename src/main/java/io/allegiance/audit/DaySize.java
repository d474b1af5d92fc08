package io.allegiance.audit;

import io.allegiance.settings.nightly.NightlySettings;
import java.util.List;

/**
 * The number of lines of a day, compared with earlier days of the same weekday.
 *
 * @param lines of the day
 * @param before of the days before, a day without lines being 0
 */
public record DaySize(long lines, List<Long> before) {

    /** So many days of the same weekday must be known before one is called odd. */
    private static final int WEEKDAYS_KNOWN = 4;

    /**
     * A day is usual when its distance from the usual size is at most this multiple of the largest earlier distance of
     * its weekday.
     */
    private static final double USUAL_SPREADS = 3;

    /** Small days vary by chance: a distance of up to this many standard deviations of a count is usual. */
    private static final double CHANCE = 6;

    public DaySize {
        before = before.stream().sorted().toList();
    }

    /** The median of the days before; 0 where there are none. */
    public double usual() {
        int count = before.size();
        return count == 0 ? 0 : (before.get((count - 1) / 2) + before.get(count / 2)) / 2.0;
    }

    /**
     * Returns whether the day is so far from its usual size that a person must confirm it. A weekday that is mostly
     * without lines has no usual size.
     */
    public boolean isUnusual(NightlySettings.GateSettings settings) {
        if (before.size() < WEEKDAYS_KNOWN || usual() == 0 || isByChance()) {
            return false;
        }
        return lines < usual() * smallestShare(settings) || lines > usual() * settings.largestDay();
    }

    /**
     * The least share of the usual size: that of any shop, or where the weekday was steady a larger one,
     * e^(−3 d) for days that lay within e^(−d) and e^d of the usual size.
     */
    private double smallestShare(NightlySettings.GateSettings settings) {
        double farthest = before.stream()
                .mapToDouble(each -> Math.max(each / usual(), usual() / each))
                .max()
                .orElse(Double.POSITIVE_INFINITY);
        double steady = Math.min(settings.leastOfSteadyDay(), Math.pow(farthest, -USUAL_SPREADS));
        return Math.max(settings.smallestDay(), steady);
    }

    /** An empty day is one whose file is missing, however small the shop, unless such days were empty before. */
    private boolean isByChance() {
        boolean near = Math.abs(lines - usual()) <= CHANCE * Math.sqrt(Math.max(usual(), lines));
        return near && (lines > 0 || before.get(0) == 0);
    }
}
