package io.allegiance.outcome;

import io.allegiance.publish.MeanChurnInterval;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A publication that may be compared with what happened after it.
 *
 * @param publication its number
 * @param scoreDate the business date of its scores
 * @param runId the run that made it
 * @param slot the slot of its rows
 * @param retained whether they are still there
 * @param modelVersion the model of its scores; null where it had none
 * @param interval in which its observed churn is expected; null where the model gave none
 */
public record PastPublication(
        long publication,
        LocalDate scoreDate,
        long runId,
        int slot,
        boolean retained,
        @Nullable String modelVersion,
        @Nullable MeanChurnInterval interval) {}
