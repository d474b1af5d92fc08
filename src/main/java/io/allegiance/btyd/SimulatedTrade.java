package io.allegiance.btyd;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.hipparchus.random.RandomDataGenerator;

/** Purchases at a constant rate, drawn one after the other and merged by day. */
final class SimulatedTrade {

    private SimulatedTrade() {}

    /**
     * Draws the days of the purchases up to an age in days, the first one after age 0; after each the customer may stop for
     * good. A purchase between day d - 1 and d falls on day d.
     */
    static int[] days(double ratePerWeek, double age, BooleanSupplier stops, RandomDataGenerator random) {
        int[] days = new int[8];
        int size = 0;
        double at = waitingDays(ratePerWeek, random);
        for (boolean alive = true; alive && at <= age; alive = !stops.getAsBoolean()) {
            int day = (int) Math.ceil(at);
            if (size == days.length) {
                days = Arrays.copyOf(days, 2 * size);
            }
            if (size == 0 || day > days[size - 1]) {
                days[size++] = day;
            }
            at += waitingDays(ratePerWeek, random);
        }
        return Arrays.copyOf(days, size);
    }

    private static double waitingDays(double ratePerWeek, RandomDataGenerator random) {
        return 7 * random.nextExponential(1) / ratePerWeek;
    }
}
