/** What is published for one customer, its exact bytes, and the digest of them all. */
@NullMarked
package io.allegiance.scoring;

import org.jspecify.annotations.NullMarked;
