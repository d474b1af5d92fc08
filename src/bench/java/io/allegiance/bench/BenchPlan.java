package io.allegiance.bench;

import io.allegiance.demo.DemoPlan;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much is benched: half a year of trade, a model, customers who bought once before, a first night, the nights that are measured,
 * and days as busy as the trade is large; then, where that is asked for, nights before and after histories became longer. Equal
 * plans give equal files.
 *
 * @param customers of the shop, up to {@link Bench#MOST}
 * @param trading how many of them the trade is of, {@link Bench#FEWEST} to all; the others bought once
 * @param lengthensHistories whether histories are made longer at the end
 */
record BenchPlan(int customers, int trading, boolean lengthensHistories) {

    static final LocalDate TRAINED = LocalDate.of(2025, 10, 20);
    static final LocalDate FIRST_NIGHT = TRAINED.plusDays(1);

    /** Days of which a third of the receipts land, so that about one customer in a hundred buys. */
    static final List<LocalDate> MEASURED = threeDaysFrom(FIRST_NIGHT.plusDays(1));

    /** Days of as many lines as there are customers who trade. */
    static final List<LocalDate> BUSY_DAYS = threeDaysFrom(FIRST_NIGHT.plusDays(4));

    /** Nights of histories as they are. */
    static final List<LocalDate> SHORT_HISTORIES = threeDaysFrom(FIRST_NIGHT.plusDays(7));

    /** The night that folds longer histories. */
    static final LocalDate LENGTHENED = FIRST_NIGHT.plusDays(10);

    /** Nights of longer histories. */
    static final List<LocalDate> LONG_HISTORIES = threeDaysFrom(LENGTHENED.plusDays(1));

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 4, 21);
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 11, 5);
    private static final long SEED = 20_251_031;

    /** So many at a time, that the heap need not hold the visits of all. */
    private static final int SLICE = 250_000;

    /** Of the numbers of a slice, those beyond its customers are its anonymous sales. */
    private static final int NUMBERS_OF_A_SLICE = 2 * SLICE;

    BenchPlan {
        if (customers > Bench.MOST) {
            throw new IllegalArgumentException(
                    "there may be at most " + Bench.MOST + " customers; there were to be " + customers);
        }
        if (trading < Bench.FEWEST || trading > customers) {
            throw new IllegalArgumentException("the number of customers who trade must be in " + Bench.FEWEST + " to "
                    + customers + "; was " + trading);
        }
    }

    /** How many customers bought once. */
    int oneTimeCustomers() {
        return customers - trading;
    }

    /** Those who trade in slices, each with customers of its own. */
    List<DemoPlan> slices() {
        return IntStream.iterate(0, slice -> slice * SLICE < trading, slice -> slice + 1)
                .mapToObj(slice -> new DemoPlan(
                        Math.min(SLICE, trading - slice * SLICE),
                        FIRST_DAY,
                        LAST_DAY,
                        SEED + slice,
                        slice * NUMBERS_OF_A_SLICE))
                .toList();
    }

    static LocalDate firstDay() {
        return FIRST_DAY;
    }

    /** How many days the trade has at most. */
    static int period() {
        return Math.toIntExact(ChronoUnit.DAYS.between(FIRST_DAY, LAST_DAY)) + 1;
    }

    /** The days that are run through night by night, but for the busy ones. */
    List<LocalDate> quietDays() {
        List<LocalDate> nights = lengthensHistories ? LONG_HISTORIES : BUSY_DAYS;
        return FIRST_NIGHT
                .datesUntil(nights.get(nights.size() - 1).plusDays(1))
                .filter(day -> !BUSY_DAYS.contains(day))
                .toList();
    }

    private static List<LocalDate> threeDaysFrom(LocalDate first) {
        return List.of(first, first.plusDays(1), first.plusDays(2));
    }
}
