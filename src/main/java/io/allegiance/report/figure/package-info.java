/** The parts of report figures: a customer as seen by the single pass over all customers, and exact sums. */
@NullMarked
package io.allegiance.report.figure;

import org.jspecify.annotations.NullMarked;
