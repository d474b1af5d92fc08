package io.allegiance.history;

import io.allegiance.calendar.OpenDays;
import java.util.List;

/**
 * The parameters of folding days into a history, apart from its date.
 *
 * @param horizonDays H, the days within which a purchase after an incident counts as a return
 * @param leftOut categories that are not products
 * @param openDays of the shop, in which gaps are counted
 */
public record FoldRules(int horizonDays, List<String> leftOut, OpenDays openDays) {

    /** Grows with each change of the program that makes another history of the same days. */
    public static final int VERSION = 3;

    public FoldRules {
        if (horizonDays < 1) {
            throw new IllegalArgumentException("the horizon must be 1 day or more; was " + horizonDays);
        }
        leftOut = leftOut.stream().distinct().sorted().toList();
    }
}
