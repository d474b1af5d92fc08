/** The steps of the nightly job, one short class each. */
@NullMarked
package io.allegiance.job.nightly;

import org.jspecify.annotations.NullMarked;
