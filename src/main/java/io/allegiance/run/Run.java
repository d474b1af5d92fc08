package io.allegiance.run;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job for a business date: its inputs and its state.
 *
 * @param runId number of the run
 * @param job which job
 * @param businessDate its date; of a training run, its as-of date
 * @param attempt from 1; a date gets a new attempt after a rollback or an abandoned run
 * @param state its state
 * @param frozen what it uses; null until its first step has opened it
 * @param confirmation the confirmation of an unusual day; null without one
 * @param forced the override of the gate; null without one
 * @param backfillId the backfill that it belongs to; null where it belongs to none
 * @param message what ended it; null where nothing did
 */
public record Run(
        long runId,
        JobName job,
        LocalDate businessDate,
        int attempt,
        RunState state,
        @Nullable Frozen frozen,
        @Nullable Decision confirmation,
        @Nullable Decision forced,
        @Nullable Long backfillId,
        @Nullable String message) {

    /**
     * The inputs that a run uses from its first step to its last, regardless of later training or edits.
     *
     * @param modelVersion null for a training run
     * @param configurationHash of the text that follows
     * @param configuration as JSON
     * @param previousPublication the publication that segments look back at; null for the first
     * @param slot where its rows go; null for a training run
     */
    public record Frozen(
            @Nullable String modelVersion,
            String configurationHash,
            String configuration,
            @Nullable Long previousPublication,
            @Nullable Integer slot) {

        /**
         * Gets the model version.
         *
         * @throws IllegalStateException in a training run
         */
        public String getModelVersion() {
            if (modelVersion == null) {
                throw new IllegalStateException("a training run has no model version");
            }
            return modelVersion;
        }
    }

    /**
     * Returns what the run uses.
     *
     * @throws IllegalStateException when it was not opened yet
     */
    public Frozen getFrozen() {
        if (frozen == null) {
            throw new IllegalStateException("run " + runId + " was not opened yet");
        }
        return frozen;
    }
}
