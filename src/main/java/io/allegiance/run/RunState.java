package io.allegiance.run;

/** The state of a run. */
public enum RunState {
    /** Under way, or cut off without a word. */
    RUNNING,
    /** Its upstream input has not arrived yet; the same command checks again. */
    WAITING,
    /** Ended by a failure; the same command carries on. */
    FAILED,
    /** Stopped on request; the same command carries on. */
    STOPPED,
    /** The audit gate holds its publication back. */
    HELD,
    /** Every step complete. */
    COMPLETED,
    /** Abandoned; the same command starts a new attempt. */
    ABANDONED
}
