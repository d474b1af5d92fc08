package io.allegiance.run;

/** Which dates of its range a backfill runs. */
public enum BackfillMode {
    /** Dates that are not published, for any reason. */
    MISSING,
    /** Those whose night was begun and not finished: failed, stopped, held, waiting or cut off. */
    FAILED,
    /** All dates; published dates are published again. */
    ALL
}
