/** How numbers of things, times and spans of time are written for people. */
@NullMarked
package io.allegiance.wording;

import org.jspecify.annotations.NullMarked;
