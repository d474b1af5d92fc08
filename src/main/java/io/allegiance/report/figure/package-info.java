/** What the figures of a report are made of: a customer as the one pass over all of them sees it, and sums that are exact. */
@NullMarked
package io.allegiance.report.figure;

import org.jspecify.annotations.NullMarked;
