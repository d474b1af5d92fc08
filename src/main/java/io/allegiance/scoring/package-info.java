/** The published score of a customer, its exact bytes, and the digest over all rows. */
@NullMarked
package io.allegiance.scoring;

import org.jspecify.annotations.NullMarked;
