package io.allegiance.run;

/** Which dates of its range a backfill runs. */
public enum BackfillMode {
    /** Those that are not published, whatever became of them. */
    MISSING,
    /** Those whose night was begun and not finished: failed, stopped, held, waiting or cut off. */
    FAILED,
    /** All of them; those that are published are published anew. */
    ALL
}
