/** Figures of a run that has ended, pushed to where the configuration says. */
@NullMarked
package io.allegiance.watch.metrics;

import org.jspecify.annotations.NullMarked;
