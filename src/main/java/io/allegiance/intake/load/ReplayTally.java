package io.allegiance.intake.load;

import io.allegiance.intake.feed.Feed;
import io.allegiance.intake.feed.RejectedLine;
import io.allegiance.intake.line.Rejection;
import io.allegiance.intake.line.RejectionReason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The counts of a replay while it runs. */
final class ReplayTally {

    private final Map<RejectionReason, Long> waitingByReason = new EnumMap<>(RejectionReason.class);
    private long landed;
    private long alreadyLanded;
    private long stillWaiting;
    private long untried;

    void addUntried(Rejection rejection) {
        untried++;
        addWaiting(rejection);
    }

    void addWaiting(Rejection rejection) {
        stillWaiting++;
        waitingByReason.merge(rejection.reason(), 1L, Long::sum);
    }

    /** Adds a chunk that was committed. */
    void addChunk(int lines, Feed.Landed outcome, List<RejectedLine> refused) {
        landed += outcome.landed();
        // Lines of a cancelled transaction wait no more either: they are kept as those that came with it.
        alreadyLanded += lines - outcome.landed() - outcome.conflicts().cardinality();
        refused.forEach(line -> addWaiting(line.rejection()));
    }

    /** Lines looked at so far. */
    long lines() {
        return landed + alreadyLanded + stillWaiting;
    }

    ReplayReport report() {
        return new ReplayReport(lines(), landed, alreadyLanded, stillWaiting, new TreeMap<>(waitingByReason), untried);
    }
}
