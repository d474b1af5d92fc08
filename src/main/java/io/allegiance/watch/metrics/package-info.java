/** Metrics of a finished run, pushed to the configured receivers. */
@NullMarked
package io.allegiance.watch.metrics;

import org.jspecify.annotations.NullMarked;
