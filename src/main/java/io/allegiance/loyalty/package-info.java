/**
 * The dimensions of customer loyalty, one small class each, and the score that they make together. Listed in
 * {@link io.allegiance.loyalty.Dimensions}.
 */
@NullMarked
package io.allegiance.loyalty;

import org.jspecify.annotations.NullMarked;
