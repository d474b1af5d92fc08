/** Why a customer's score is what it is. */
@NullMarked
package io.allegiance.explain;

import org.jspecify.annotations.NullMarked;
