/** The audit gate: control totals, the size of the day, reject limits and movements that hold a publication back. */
@NullMarked
package io.allegiance.audit;

import org.jspecify.annotations.NullMarked;
