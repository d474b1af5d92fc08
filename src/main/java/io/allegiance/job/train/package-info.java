/** The steps of the training job, one short class each. */
@NullMarked
package io.allegiance.job.train;

import org.jspecify.annotations.NullMarked;
