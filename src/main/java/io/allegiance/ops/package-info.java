/** The commands, one class each, and the exit codes. */
@NullMarked
package io.allegiance.ops;

import org.jspecify.annotations.NullMarked;
