/** The process that helps with the partitions of whatever run holds the lease. */
@NullMarked
package io.allegiance.job.worker;

import org.jspecify.annotations.NullMarked;
