/** Partitions that several processes work on: who holds which, for how long, and how often it was tried. */
@NullMarked
package io.allegiance.job.claim;

import org.jspecify.annotations.NullMarked;
