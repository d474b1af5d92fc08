package io.allegiance.intake.load;

import java.time.Duration;

/** Receives the progress of an import about every two seconds. */
@FunctionalInterface
public interface ImportProgress {

    /** Ignores progress. */
    ImportProgress NONE = moment -> {};

    /** The two passes over a file. */
    enum Phase {
        CHECKING,
        LANDING
    }

    /**
     * How far an import is.
     *
     * @param phase the pass
     * @param lines lines of this pass so far
     * @param linesPerSecond the mean of this pass
     * @param spent how long this pass has taken so far
     * @param share how much of the file's bytes this pass has read, 0 to 1
     */
    record Moment(Phase phase, long lines, long linesPerSecond, Duration spent, double share) {}

    /** Is called on the importing thread. */
    void at(Moment moment);
}
