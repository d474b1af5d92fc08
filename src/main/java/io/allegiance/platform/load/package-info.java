/** Bulk writes: {@code LOAD DATA LOCAL} from memory, with multi-row inserts where the server refuses it. */
@NullMarked
package io.allegiance.platform.load;

import org.jspecify.annotations.NullMarked;
