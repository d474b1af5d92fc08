/** A shop that never was: generated trade for the demonstration and the tests. */
@NullMarked
package io.allegiance.demo;

import org.jspecify.annotations.NullMarked;
