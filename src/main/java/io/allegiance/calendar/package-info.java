/** Business dates, the weeks between them, and the days on which a shop is open. */
@NullMarked
package io.allegiance.calendar;

import org.jspecify.annotations.NullMarked;
