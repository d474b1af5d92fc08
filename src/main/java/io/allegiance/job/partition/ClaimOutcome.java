package io.allegiance.job.partition;

/** How work on a claimed partition ended. */
enum ClaimOutcome {
    /** The partition is done. */
    DONE,
    /** It was given back, because this process is to stop. */
    STOPPED,
    /** It failed and may be tried again, by whoever takes it. */
    RETRY,
    /** It failed for good. */
    FAILED,
    /** It is another process's by now. */
    LOST
}
