/**
 * Retention: how long data are kept, and the deletion of the rest in bounded transactions, each of which may be the
 * last.
 */
@NullMarked
package io.allegiance.retention;

import org.jspecify.annotations.NullMarked;
