package io.allegiance.run;

/** Where a run stands. */
public enum RunState {
    /** Under way, or cut off without a word. */
    RUNNING,
    /** What it needs from upstream is not there yet; the same command looks again. */
    WAITING,
    /** Ended by a failure; the same command carries on. */
    FAILED,
    /** Stopped on request; the same command carries on. */
    STOPPED,
    /** The audit gate holds its publication back. */
    HELD,
    /** Every step complete. */
    COMPLETED,
    /** Given up; the same command starts anew. */
    ABANDONED
}
