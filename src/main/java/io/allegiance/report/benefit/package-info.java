/**
 * The benefits that loyalty is said to bring, each measured by one class; {@link io.allegiance.report.benefit.Benefits}
 * lists them.
 */
@NullMarked
package io.allegiance.report.benefit;

import org.jspecify.annotations.NullMarked;
