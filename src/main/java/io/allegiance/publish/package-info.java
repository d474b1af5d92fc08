/** Publishing scores: the rows, the audit gate before them, the pointer that readers follow, and the export. */
@NullMarked
package io.allegiance.publish;

import org.jspecify.annotations.NullMarked;
