package io.allegiance.history;

import java.util.List;

/**
 * The parameters of folding days into a history, apart from its date.
 *
 * @param horizonDays H, the days within which a purchase after an incident counts as a return
 * @param leftOut categories that are not products
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
