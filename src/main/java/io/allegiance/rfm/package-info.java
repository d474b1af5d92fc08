/** Recency, frequency and monetary scores of 1 to 5, each against the whole population of a run. */
@NullMarked
package io.allegiance.rfm;

import org.jspecify.annotations.NullMarked;
