/** Streamed reads of millions of rows. */
@NullMarked
package io.allegiance.platform.read;

import org.jspecify.annotations.NullMarked;
