package io.allegiance.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How much trade is generated. Equal plans give equal bytes, on every machine.
 *
 * @param customers how many there are over the whole time, 1..9,999,999
 * @param firstDay the first day of trade
 * @param lastDay the last day of trade, 27 to 3,650 days later
 * @param seed which of all such shops it is
 * @param firstNumber number of the first customer less 1, 0..99,999,999; so several plans make up one shop
 */
public record DemoPlan(int customers, LocalDate firstDay, LocalDate lastDay, long seed, int firstNumber) {

    private static final int MOST_CUSTOMERS = 9_999_999;
    private static final int LAST_NUMBER = 99_999_999;
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    private static final long SEED = 20251231;

    public DemoPlan {
        if (customers < 1 || customers > MOST_CUSTOMERS) {
            throw new IllegalArgumentException(
                    "the number of customers must be in 1.." + MOST_CUSTOMERS + "; was " + customers);
        }
        if (firstNumber < 0 || firstNumber > LAST_NUMBER) {
            throw new IllegalArgumentException(
                    "the number before the first must be in 0.." + LAST_NUMBER + "; was " + firstNumber);
        }
        long days = ChronoUnit.DAYS.between(firstDay, lastDay) + 1;
        if (days < 28 || days > 3_651) {
            throw new IllegalArgumentException("trade must last 28 to 3651 days; was " + days);
        }
    }

    public DemoPlan(int customers, LocalDate firstDay, LocalDate lastDay, long seed) {
        this(customers, firstDay, lastDay, seed, 0);
    }

    /** A year of trade up to the end of 2025. */
    public static DemoPlan ofYear(int customers) {
        return new DemoPlan(customers, LAST_DAY.minusDays(364), LAST_DAY, SEED);
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(firstDay, lastDay) + 1;
    }

    LocalDate date(int day) {
        return firstDay.plusDays(day);
    }
}
