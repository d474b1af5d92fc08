package io.allegiance.publish;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date that is not published, and why.
 *
 * @param date the business date
 * @param why what became of its newest attempt
 * @param by who decided so; null where nobody did
 * @param reason why, as that person or the run said it; null where neither did
 */
public record UnpublishedNight(
        LocalDate date,
        Why why,
        @Nullable String by,
        @Nullable String reason) {

    /** What became of a night. */
    public enum Why {
        /** It was published, and a person took it back. */
        ROLLED_BACK,
        /** A person gave it up, or the program did to start it anew. */
        ABANDONED,
        /** The audit gate or a hold on publishing keeps it. */
        HELD,
        /** It waits for upstream. */
        WAITING,
        /** It failed. */
        FAILED,
        /** It was stopped on request. */
        STOPPED,
        /** It was begun and has not ended: it is alive, or was cut off. */
        RUNNING,
        /** It was never begun. */
        NOT_RUN
    }
}
