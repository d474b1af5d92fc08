/** Exact decimal arithmetic on long values: parsing, rounding, formatting, sums. */
@NullMarked
package io.allegiance.decimal;

import org.jspecify.annotations.NullMarked;
