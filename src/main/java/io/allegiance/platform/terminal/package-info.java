/** The terminal that the program may run on: its width, its colours, and the one line of progress. */
@NullMarked
package io.allegiance.platform.terminal;

import org.jspecify.annotations.NullMarked;
