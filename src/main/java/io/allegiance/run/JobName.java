package io.allegiance.run;

import java.util.Locale;

/** The jobs that have runs. */
public enum JobName {
    NIGHTLY,
    TRAIN;

    /** Returns the job's name as used in the database, in messages and on the command line. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobName of(String title) {
        return valueOf(title.toUpperCase(Locale.ROOT));
    }
}
