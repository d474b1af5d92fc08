package io.allegiance.intake.load;

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
     * @param lines lines of this pass so far
     * @param linesPerSecond the mean of this pass
     * @param share how much of the file's bytes this pass has read, 0 to 1
     */
    record Moment(Phase phase, long lines, long linesPerSecond, double share) {}

    /** Is called on the importing thread. */
    void at(Moment moment);
}
