package io.allegiance.intake.csv;

/** Receives the progress of reading a file periodically. An exception that it throws ends the reading. */
@FunctionalInterface
public interface FileProgress {

    /** Ignores progress. */
    FileProgress NONE = (lines, share) -> {};

    /** Lines between two calls. */
    int LINES_BETWEEN = 4_096;

    /**
     * @param lines lines of this pass so far
     * @param share how much of the file's bytes this pass has read, 0 to 1
     */
    void at(long lines, double share);
}
