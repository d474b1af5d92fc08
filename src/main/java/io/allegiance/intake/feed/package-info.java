/** The feeds: how each kind of import file is read into lines, keyed and written to its table. */
@NullMarked
package io.allegiance.intake.feed;

import org.jspecify.annotations.NullMarked;
