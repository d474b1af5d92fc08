package io.allegiance.churn;

import io.allegiance.history.PurchaseHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * How long customers stay away: the Kaplan-Meier estimate (Kaplan, Meier 1958) of S(d) = P(a gap between purchase days is longer
 * than d days), over the gaps of all customers as events and the time since each one's last purchase day as a censored gap.
 *
 * @param days the lengths at which S falls, ascending
 * @param survival S from each of them on, in [0, 1], falling
 */
public record GapSurvival(List<Integer> days, List<Double> survival) {

    /** Nothing is known: S is 1 everywhere. */
    public static final GapSurvival NONE = new GapSurvival(List.of(), List.of());

    public GapSurvival {
        days = List.copyOf(days);
        survival = List.copyOf(survival);
        if (days.size() != survival.size()) {
            throw new IllegalArgumentException(
                    "a survival curve has as many values as lengths; was " + survival.size() + " of " + days.size());
        }
    }

    /** The longest gap of all; 0 where none is known. From it on S does not fall any more. */
    int longest() {
        return days.isEmpty() ? 0 : days.get(days.size() - 1);
    }

    /** S(d), for d ≥ 0. */
    public double after(int length) {
        int found = Collections.binarySearch(days, length);
        int steps = found >= 0 ? found + 1 : -found - 1;
        return steps == 0 ? 1 : survival.get(steps - 1);
    }

    /**
     * P(a gap ends within m more days | it is longer than d): 1 - S(d + m) / S(d), in [0, 1]; 0 where no gap was as
     * long as d.
     */
    public double endsWithin(int length, int more) {
        double now = after(length);
        return now > 0 ? 1 - after(length + more) / now : 0;
    }

    /** Collects the gaps of customers, in any order. For one thread. */
    public static final class Builder {

        private long[] events = new long[1024];
        private long[] censored = new long[1024];

        /**
         * Adds a customer with a purchase day.
         *
         * @param daysSinceLastPurchase the gap that has not ended yet
         */
        public void addCustomer(PurchaseHistory history, int daysSinceLastPurchase) {
            history.timing().gaps().forEach((length, count) -> {
                require(length);
                events[length] += count;
            });
            require(daysSinceLastPurchase);
            censored[daysSinceLastPurchase]++;
        }

        private void require(int length) {
            if (length >= events.length) {
                int size = Math.max(length + 1, 2 * events.length);
                events = Arrays.copyOf(events, size);
                censored = Arrays.copyOf(censored, size);
            }
        }

        /** The curve of the customers added. */
        public GapSurvival build() {
            long atRisk = Arrays.stream(events).sum() + Arrays.stream(censored).sum();
            List<Integer> days = new ArrayList<>();
            List<Double> survival = new ArrayList<>();
            double left = 1;
            for (int length = 0; length < events.length; length++) {
                if (events[length] > 0) {
                    left *= 1 - (double) events[length] / atRisk;
                    days.add(length);
                    survival.add(left);
                }
                atRisk -= events[length] + censored[length];
            }
            return new GapSurvival(days, survival);
        }
    }
}
