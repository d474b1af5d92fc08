/** Tells workers over a message broker, where there is one, that partitions are offered. */
@NullMarked
package io.allegiance.job.announce;

import org.jspecify.annotations.NullMarked;
