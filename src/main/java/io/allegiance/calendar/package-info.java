/** Business dates and the weeks between them. */
@NullMarked
package io.allegiance.calendar;

import org.jspecify.annotations.NullMarked;
