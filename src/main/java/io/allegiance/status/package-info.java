/** The state of the latest runs and publications, and the command to type next. */
@NullMarked
package io.allegiance.status;

import org.jspecify.annotations.NullMarked;
