package io.allegiance.watch.metrics;

import io.allegiance.watch.RunFigures;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of a command, for its metrics.
 *
 * @param job nightly, train, backfill, maintain or replay
 * @param exitCode what it ended with
 * @param at when it ended
 * @param took how long it ran
 * @param leftToDeadline time from its end to its deadline, negative after it; null where none exists
 * @param figures the state read from the database at its end; null where it did not answer
 */
public record RunEnd(
        String job,
        int exitCode,
        Instant at,
        Duration took,
        @Nullable Duration leftToDeadline,
        @Nullable RunFigures figures) {}
