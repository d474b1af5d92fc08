package io.allegiance.history;

import java.util.List;

/**
 * The counts of one day's lines, and its rejected lines.
 *
 * @param count the counts
 * @param rejections the lines refused
 * @param unnamed the customers' days with more products than are kept apart, since the counts were taken last
 */
public record DayIntake(DayLineCount count, List<SourceRejection> rejections, Unnamed unnamed) {

    /**
     * Customers' days with more products and categories than {@link DayLimits} keeps apart.
     *
     * @param customerDays how many
     * @param lines of them whose product and category count as unknown
     */
    public record Unnamed(int customerDays, long lines) {}
}
