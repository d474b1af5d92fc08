/** The words of a purchase that every feature shares: who bought, for how much, and how many. Pure. */
@NullMarked
package io.allegiance.purchase;

import org.jspecify.annotations.NullMarked;
