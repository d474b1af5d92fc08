package io.allegiance.intake.csv;

/** Hears now and then how far the reading of a file is. What it throws ends the reading. */
@FunctionalInterface
public interface FileProgress {

    /** Hears nothing. */
    FileProgress NONE = (lines, share) -> {};

    /** Lines between two calls. */
    int LINES_BETWEEN = 4_096;

    /**
     * @param lines lines of this pass so far
     * @param share how much of the file's bytes this pass has read, 0 to 1
     */
    void at(long lines, double share);
}
