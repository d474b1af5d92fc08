/** What every step shares: parameters, single-transaction steps, the stop request, the step log. */
@NullMarked
package io.allegiance.job.step;

import org.jspecify.annotations.NullMarked;
