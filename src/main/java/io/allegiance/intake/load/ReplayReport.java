package io.allegiance.intake.load;

import io.allegiance.intake.line.RejectionReason;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts of replayed lines of files: lines tried = landed + already landed + still waiting.
 *
 * @param alreadyLanded lines whose key was there with the same content
 * @param stillWaiting lines that are refused again, and those that cannot be tried
 * @param waitingByReason of now; only reasons that occurred
 * @param untried of those still waiting, lines of which the header or a part of the text was not kept
 */
public record ReplayReport(
        long linesTried,
        long landed,
        long alreadyLanded,
        long stillWaiting,
        SortedMap<RejectionReason, Long> waitingByReason,
        long untried) {

    public ReplayReport {
        if (linesTried != landed + alreadyLanded + stillWaiting) {
            throw new IllegalArgumentException("lines tried must be landed + already landed + still waiting; was "
                    + linesTried + " of " + landed + " + " + alreadyLanded + " + " + stillWaiting);
        }
        waitingByReason = Collections.unmodifiableSortedMap(new TreeMap<>(waitingByReason));
    }
}
