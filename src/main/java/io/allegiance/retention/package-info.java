/** What is kept for how long, and the deletion of the rest: bounded transactions, each of which may be the last. */
@NullMarked
package io.allegiance.retention;

import org.jspecify.annotations.NullMarked;
