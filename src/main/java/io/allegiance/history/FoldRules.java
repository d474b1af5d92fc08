package io.allegiance.history;

import java.util.List;

/**
 * What decides how days are folded into a history, apart from its date.
 *
 * @param horizonDays H: within so many days a customer comes back, or does not, after an incident
 * @param leftOut categories that are no products
 */
public record FoldRules(int horizonDays, List<String> leftOut) {

    /** Grows with each change of the program that makes another history of the same days. */
    public static final int VERSION = 1;

    public FoldRules {
        if (horizonDays < 1) {
            throw new IllegalArgumentException("the horizon must be 1 day or more; was " + horizonDays);
        }
        leftOut = leftOut.stream().distinct().sorted().toList();
    }
}
