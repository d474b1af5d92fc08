package io.allegiance.churn;

import io.allegiance.history.PurchaseHistory;
import io.allegiance.history.RecentDays;
import org.hipparchus.util.FastMath;

/**
 * How much a customer bought lately, as of a date. Purchase days of the 365 days that end on the last one count; an age is the
 * number of days from a purchase day to the date.
 *
 * @param purchaseDays30 purchase days of age 0 to 29
 * @param purchaseDays90 purchase days of age 0 to 89
 * @param purchaseDays365 purchase days of age 0 to 364
 * @param activeMonths12 how many of the twelve blocks of 30 days [0, 30), [30, 60), … [330, 360) of ages hold a purchase day
 * @param decayed30 Σ 0.5^(age / 30)
 * @param decayed90 Σ 0.5^(age / 90)
 */
record RecentActivity(
        int purchaseDays30,
        int purchaseDays90,
        int purchaseDays365,
        int activeMonths12,
        double decayed30,
        double decayed90) {

    private static final int BLOCK_DAYS = 30;
    private static final int BLOCKS = 12;
    private static final double[] HALVED_BY_30 = powers(30);
    private static final double[] HALVED_BY_90 = powers(90);

    private static double[] powers(double halfLife) {
        double[] powers = new double[RecentDays.DAYS];
        for (int age = 0; age < powers.length; age++) {
            powers[age] = FastMath.pow(0.5, age / halfLife);
        }
        return powers;
    }

    /**
     * Counts.
     *
     * @param daysSinceLastPurchase from the last purchase day to the date, 0 or more
     */
    static RecentActivity of(RecentDays days, int daysSinceLastPurchase) {
        int within30 = 0;
        int within90 = 0;
        int within365 = 0;
        int blocks = 0;
        double by30 = 0;
        double by90 = 0;
        for (int day = days.next(0); day >= 0; day = days.next(day + 1)) {
            int age = daysSinceLastPurchase + day;
            within30 += age < BLOCK_DAYS ? 1 : 0;
            within90 += age < PurchaseHistory.SHORT_WINDOW_DAYS ? 1 : 0;
            within365 += age < PurchaseHistory.WINDOW_DAYS ? 1 : 0;
            blocks |= age < BLOCK_DAYS * BLOCKS ? 1 << age / BLOCK_DAYS : 0;
            by30 += HALVED_BY_30[day];
            by90 += HALVED_BY_90[day];
        }
        return new RecentActivity(
                within30,
                within90,
                within365,
                Integer.bitCount(blocks),
                by30 * decay(HALVED_BY_30, 30, daysSinceLastPurchase),
                by90 * decay(HALVED_BY_90, 90, daysSinceLastPurchase));
    }

    private static double decay(double[] powers, double halfLife, int age) {
        return age < powers.length ? powers[age] : FastMath.pow(0.5, age / halfLife);
    }
}
