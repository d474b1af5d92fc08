/** A chunk-oriented step over ranges of customers, in local threads, that can be restarted anywhere. */
@NullMarked
package io.allegiance.job.partition;

import org.jspecify.annotations.NullMarked;
