package io.allegiance.watch.metrics;

import io.allegiance.watch.RunFigures;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the metrics of a command tell.
 *
 * @param job nightly, train, backfill, maintain or replay
 * @param exitCode what it ended with
 * @param at when it ended
 * @param took how long it ran
 * @param leftToDeadline how long before its deadline it ended, negative after it; null where there is none
 * @param figures what the database told at its end; null where it did not answer
 */
public record RunEnd(
        String job,
        int exitCode,
        Instant at,
        Duration took,
        @Nullable Duration leftToDeadline,
        @Nullable RunFigures figures) {}
