/** The ordered rules that name a customer's segment. */
@NullMarked
package io.allegiance.segment;

import org.jspecify.annotations.NullMarked;
