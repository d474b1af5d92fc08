/** One run at a time: the lease, its heartbeat, and the fence that every commit passes. */
@NullMarked
package io.allegiance.job.lease;

import org.jspecify.annotations.NullMarked;
