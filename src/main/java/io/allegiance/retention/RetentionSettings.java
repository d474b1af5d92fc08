package io.allegiance.retention;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of retention ({@code allegiance.maintain.*}, in {@code jobs/maintain.yaml}).
 *
 * @param publicationsKept newest publications whose rows stay, 1 to 62; 35 unless set
 * @param runsKeptDays days for which runs stay on record after they ended, 1 or more; 400 unless set
 * @param batchKeptDays days for which Spring Batch's record of runs that are over stays, 1 or more; 90 unless set
 * @param segmentChangesKeptDays days for which the feed of segment changes reaches back; 0, as unless set, for ever
 */
@ConfigurationProperties("allegiance.maintain")
public record RetentionSettings(
        @DefaultValue("35") int publicationsKept,
        @DefaultValue("400") int runsKeptDays,
        @DefaultValue("90") int batchKeptDays,
        @DefaultValue("0") int segmentChangesKeptDays) {

    /** Of the 64 slots one is for the next night, and one for the same night again. */
    private static final int MOST_PUBLICATIONS = 62;

    public RetentionSettings {
        if (publicationsKept < 1 || publicationsKept > MOST_PUBLICATIONS) {
            throw new IllegalArgumentException("allegiance.maintain.publications-kept must be in 1 to "
                    + MOST_PUBLICATIONS + "; was " + publicationsKept);
        }
        requireAtLeast(1, "runs-kept-days", runsKeptDays);
        requireAtLeast(1, "batch-kept-days", batchKeptDays);
        requireAtLeast(0, "segment-changes-kept-days", segmentChangesKeptDays);
    }

    private static void requireAtLeast(int least, String name, int days) {
        if (days < least) {
            throw new IllegalArgumentException(
                    "allegiance.maintain." + name + " must be " + least + " or more; was " + days);
        }
    }
}
